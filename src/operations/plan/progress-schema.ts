// The shape of what is noted about a plan's actions, as the faces see it.

import { z } from "zod";
import { PROGRESS_KINDS, type ProgressEvent } from "../../domain/schedule/progress.ts";
import { describes } from "../wire.ts";

export const progressEventSchema: z.ZodType<ProgressEvent> = describes<ProgressEvent>()(
  z.object({
    id: z.string(),
    towards: z.string(),
    actionId: z.string(),
    kind: z.enum(PROGRESS_KINDS),
    date: z.string(),
    hours: z.number().optional(),
    until: z.string().optional(),
    why: z.string().optional(),
    undoes: z.array(z.string()).optional(),
  }),
);
