// Checking in at the terminal, by somebody who answers from a list.

import { expect, test } from "vitest";
import { contextOfFile } from "../../test/context-of-file.ts";
import { listCheckIns } from "../operations/agenda/list-check-ins.ts";
import { importExample } from "../operations/record/import-example.ts";
import type { Asker } from "./asker.ts";
import { holdCheckIn } from "./check-in-command.ts";
import { DONE } from "./exit-codes.ts";

const context = contextOfFile();

const world = { columns: 80, styled: false, printError: () => {} };

/** Writes and chooses what is listed; stops when a list is over. */
function askerOf(writes: readonly string[], choices: readonly string[]) {
  const said: string[] = [];
  const [left, written] = [[...choices], [...writes]];
  const asker: Asker = {
    say: (text) => void said.push(text),
    choose: async (_question, options) => {
      const wanted = left.shift();
      return options.find(({ label }) => label === wanted)?.id;
    },
    write: async () => written.shift(),
  };
  return { asker, said };
}

async function kept() {
  const listed = await listCheckIns.run(context, {});
  return listed.ok ? listed.value.checkIns : [];
}

test("holdCheckIn() keeps what is said, and what was said until it was stopped", async () => {
  await importExample.run(context, { name: "surgery-receptionist" });
  const whole = askerOf(
    ["Front desk", "30", "Biology", "", "", "A quiet week", "", ""],
    ["That of my employer, or of those I work for", "It took some", "Mine", "It gave a lot"],
  );
  expect(await holdCheckIn(context, whole.asker, world)).toBe(DONE);
  expect(await kept()).toMatchObject([
    {
      lines: [
        { what: "Front desk", hours: 30, agenda: "employer", energy: -1 },
        { what: "Biology", agenda: "mine", energy: 2 },
      ],
      wins: "A quiet week",
    },
  ]);
  expect(whole.said.join(" ")).toMatch(/Two minutes a week.*Kept: 30 hours/s);
  const stopped = askerOf(["Filing", "2"], []);
  expect(await holdCheckIn(context, stopped.asker, world)).toBe(DONE);
  expect((await kept())[0]?.lines).toEqual([{ what: "Filing", hours: 2 }]);
});

test("holdCheckIn() loses no word where the hours come to more than a week has", async () => {
  const open = "Leave it open";
  const { asker, said } = askerOf(
    ["Night shifts", "120", "Day shifts", "100,5", "", "All went home safe", "", ""],
    [open, open, open, open],
  );
  expect(await holdCheckIn(context, asker, world)).toBe(DONE);
  expect(said.join(" ").replace(/\s+/g, " ")).toMatch(/a week has 168\. Everything else is kept/);
  expect((await kept()).find(({ wins }) => wins === "All went home safe")?.lines).toEqual([
    { what: "Night shifts" },
    { what: "Day shifts" },
  ]);
  const half = askerOf(["Tea", "2,5"], []);
  expect(await holdCheckIn(context, half.asker, world)).toBe(DONE);
  expect((await kept()).flatMap(({ lines }) => lines)).toContainEqual({ what: "Tea", hours: 2.5 });
});

test("holdCheckIn() keeps nothing where nothing was said, and says so kindly", async () => {
  const before = await kept();
  const { asker, said } = askerOf(["", "", "", ""], []);
  expect(await holdCheckIn(context, asker, world)).toBe(DONE);
  expect(said.join(" ")).toMatch(/Any other day is as good/);
  expect(await kept()).toEqual(before);
});
