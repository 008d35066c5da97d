// Questions in a terminal, by arrow keys and Enter. Loaded only when a conversation is held.

import { isCancel, log, select, text } from "@clack/prompts";
import type { Asker } from "./asker.ts";

export function clackAsker(): Asker {
  return {
    say: (said) => log.message(said),
    async choose(message, options, first) {
      const chosen = await select({
        message,
        options: options.map(({ id, label }) => ({ value: id, label })),
        ...(first === undefined ? {} : { initialValue: first }),
      });
      return isCancel(chosen) ? undefined : chosen;
    },
    async write(message, before, check) {
      const written = await text({
        message,
        initialValue: before,
        placeholder: "Enter leaves it empty",
        validate: (value) => check(value ?? ""),
      });
      return isCancel(written) ? undefined : (written ?? "");
    },
  };
}
