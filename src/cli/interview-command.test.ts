// The conversation in the terminal, held by somebody who answers from a list.

import { expect, test } from "vitest";
import { contextOfFile } from "../../test/context-of-file.ts";
import { showInterview } from "../operations/gaps/show-interview.ts";
import { importExample } from "../operations/record/import-example.ts";
import type { Asker } from "./asker.ts";
import { DONE } from "./exit-codes.ts";
import { holdInterview } from "./interview-command.ts";

const context = contextOfFile();

/** Chooses by the beginning of a label, and writes what is listed; stops when the list is over. */
function askerOf(choices: readonly string[], writes: readonly string[] = []) {
  const said: string[] = [];
  const [left, written] = [[...choices], [...writes]];
  const asker: Asker = {
    say: (text) => void said.push(text),
    async choose(question, options) {
      said.push(question);
      const wanted = left.shift();
      return options.find(({ label }) => wanted !== undefined && label.startsWith(wanted))?.id;
    },
    async write(_question, _before, check) {
      const text = written.shift() ?? "";
      expect(check("many")).toSatisfy((word) => word === undefined || typeof word === "string");
      return text;
    },
  };
  return { asker, said };
}

const world = { columns: 80, styled: false, printError: () => {} };

test("the interview in the terminal keeps each answer, asks back, goes back, and pauses", async () => {
  await importExample.run(context, { name: "surgery-receptionist" });
  const first = askerOf([
    "Close to it",
    "Yes: I learn",
    "Let me look",
    "No: it is other",
    "Back",
    "Partly",
    "Pause",
  ]);
  expect(await holdInterview(context, first.asker, world)).toBe(DONE);
  const text = first.said.join("\n").replaceAll("\n", " ");
  expect(text).toContain("The catalogue counts none of it as experience");
  expect(text).toContain("Kept. throughline interview goes on from here");
  const shown = await showInterview.run(context, {});
  expect(shown.ok && shown.value.turns[1]?.said).toBe(
    "Partly: I see the work, and learn a little of it",
  );
  expect(shown.ok && shown.value.turn?.id).toBe("track");
});

test("figures and dates are asked for where the question has them, and the end says what came of it", async () => {
  const turns = await showInterview.run(context, {});
  const left = turns.ok ? turns.value.turns.filter(({ said }) => said === undefined) : [];
  const { asker, said } = askerOf(left.map(() => "Skip this").concat("Skip this", "Skip this"));
  await holdInterview(context, asker, world);
  expect(said.join("\n")).toContain("That is all there is to ask for now");
  expect(said.join("\n")).toContain("More of the goal's work in your present hours");
});
