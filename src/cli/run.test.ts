import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import type { CalendarDate } from "../domain/calendar-date.ts";
import type { Plan } from "../domain/schedule/plan.ts";
import { DATABASE_FILE } from "../host/data-folder.ts";
import { DONE, NOT_FOUND, STORAGE, UNUSABLE, USAGE } from "./exit-codes.ts";
import { localContexts } from "./local-context.ts";
import { run } from "./run.ts";

const TODAY = "2026-11-22" as CalendarDate;
const folder = mkdtempSync(join(tmpdir(), "throughline-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command in process on a real data folder, with a fixed day. */
async function cli(words: readonly string[], data = join(folder, "none")) {
  let out = "";
  let error = "";
  const code = await run(words, {
    version: "0.0.0",
    print: (text) => {
      out += text;
    },
    printError: (text) => {
      error += text;
    },
    columns: 80,
    styled: false,
    readFile: async (path) => readFileSync(path, "utf8"),
    writeFile: async (path, text) => writeFileSync(path, text),
    beginWork: async () => ({
      signal: new AbortController().signal,
      progress: () => {},
      end: () => {},
    }),
    openContext: async (dataFolder) => {
      const contexts = localContexts(dataFolder ?? data);
      const { signal } = new AbortController();
      return {
        context: { ...contexts.contextFor({ signal }), today: TODAY },
        close: contexts.close,
      };
    },
    serve: async () => 99,
    serveMcp: async () => 98,
  });
  return { code, out, error };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const RECEPTIONIST = "examples/surgery-receptionist.json";

test("plan prints what is so first, within the terminal's width, and stores nothing", async () => {
  const data = join(folder, "untouched");
  const { code, out } = await cli(
    ["plan", "--resume", RECEPTIONIST, "--goal", "nurse", "--hours", "25", "--by", "2033-06"],
    data,
  );
  expect(code).toBe(DONE);
  const first = out.split("\n\n")[0] ?? "";
  expect(first).toMatch(/^You are about .* from your goal; likely/s);
  expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(existsSync(data)).toBe(false);
});

test("plan --json gives gaps, routes, actions, milestones and backups with ids and dates", async () => {
  const { code, out } = await cli([
    ...["plan", "--resume", RECEPTIONIST, "--goal", "nurse"],
    ...["--hours", "25", "--by", "2033-06", "--json"],
  ]);
  expect(code).toBe(DONE);
  const plan = JSON.parse(out) as Plan;
  for (const list of [plan.gaps, plan.routes, plan.actions, plan.milestones, plan.backups]) {
    expect(list.length).toBeGreaterThan(0);
    expect(new Set(list.map((item) => item.id)).size).toBe(list.length);
  }
  for (const { start, end } of plan.actions) {
    expect(start).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(end >= start).toBe(true);
  }
  expect(plan.feasible).toBe(true);
});

test("the impossible goal: hours bind, with the date, the hours that would do and nearer goals", async () => {
  const { code, out } = await cli([
    ...["plan", "--resume", RECEPTIONIST, "--goal", "registered nurse"],
    ...["--hours", "8", "--by", "2031-06", "--json"],
  ]);
  expect(code).toBe(DONE);
  const { feasible, infeasibility } = JSON.parse(out) as Plan;
  expect(feasible).toBe(false);
  expect(infeasibility?.binds).toBe("hours");
  expect(infeasibility?.earliest?.slice(0, 4)).toMatch(/203[3-7]/);
  expect(infeasibility?.hoursPerWeek).toBeGreaterThan(10);
  expect(infeasibility?.hoursPerWeek).toBeLessThan(25);
  const nearer = infeasibility?.nearerGoals.map((goal) => goal.occupationId);
  expect(nearer).toContain("29-2061.00"); // practical nurse
  expect(nearer).toContain("31-9092.00"); // medical assistant
});

test("a six-digit code means the occupation that is all of it, and an unknown one is said as typed", async () => {
  const { code, out } = await cli(["plan", "--goal", "29-1141", "--hours", "20", "--json"]);
  expect(code).toBe(DONE);
  expect((JSON.parse(out) as Plan).goal.occupationId).toBe("29-1141.00");
  const unknown = await cli(["plan", "--goal", "29-9999"]);
  expect(unknown.code).toBe(NOT_FOUND);
  expect(unknown.error).toMatch(/"29-9999".*throughline search-occupations/);
});

test("nearer goals are printed once by what people call them", async () => {
  const { out } = await cli(["plan", "--resume", RECEPTIONIST, "--hours", "8", "--by", "2031-06"]);
  expect(out.match(/Nursing assistant\./g)).toHaveLength(1);
  expect(out).not.toContain("Nursing Assistants");
});

const BAD_INPUT: readonly (readonly [string, () => readonly string[], number, RegExp])[] = [
  [
    "no such file",
    () => ["plan", "--resume", "nowhere.json", "--goal", "nurse"],
    UNUSABLE,
    /no such file/,
  ],
  [
    "not JSON",
    () => ["plan", "--resume", file("a.json", "{,"), "--goal", "nurse"],
    UNUSABLE,
    /line 1, column 2/,
  ],
  [
    "JSON, not a résumé",
    () => ["plan", "--resume", file("b.json", "[1]"), "--goal", "nurse"],
    UNUSABLE,
    /Cannot find a résumé/,
  ],
  ["no goal", () => ["plan", "--resume", file("c.json", '{"work":[]}')], NOT_FOUND, /--goal TITLE/],
  [
    "a goal that is nothing",
    () => ["plan", "--goal", "qqzzxxy"],
    UNUSABLE,
    /Cannot find an occupation/,
  ],
  ["a goal of spaces", () => ["plan", "--goal", "  "], UNUSABLE, /title is empty/],
  [
    "a goal that is too much",
    () => ["plan", "--goal", "manager"],
    UNUSABLE,
    /Choose one .*\(\d\d-\d{4}\.\d\d\)/,
  ],
  ["an unknown code", () => ["plan", "--goal", "99-9999.99"], NOT_FOUND, /no such code/],
  [
    "hours of zero",
    () => ["plan", "--goal", "registered nurse", "--hours", "0"],
    UNUSABLE,
    /more than 0/,
  ],
  [
    "hours as words",
    () => ["plan", "--goal", "registered nurse", "--hours", "few"],
    USAGE,
    /hours must be a number/,
  ],
  [
    "a pay floor as words",
    () => ["plan", "--pay-floor", "x"],
    USAGE,
    /--pay-floor must be a number/,
  ],
  [
    "a past deadline",
    () => ["plan", "--goal", "registered nurse", "--by", "2020-01"],
    UNUSABLE,
    /January 2020.*has passed/,
  ],
  [
    "an impossible deadline",
    () => ["plan", "--goal", "registered nurse", "--by", "2031-02-30"],
    UNUSABLE,
    /no such day/,
  ],
  [
    "less than no money",
    () => ["plan", "--goal", "registered nurse", "--budget=-5"],
    UNUSABLE,
    /must be 0 or more/,
  ],
  [
    "an empty file",
    () => ["plan", "--resume", file("d.json", " "), "--goal", "nurse"],
    UNUSABLE,
    /it is empty/,
  ],
  [
    "two thousand and one positions",
    () => ["import-resume", file("e.json", JSON.stringify({ work: Array(2001).fill({}) }))],
    UNUSABLE,
    /has 2001 entries.*try again/,
  ],
  ["an unknown flag", () => ["plan", "--gaol", "nurse"], USAGE, /Cannot use --gaol: .*--help/],
  ["a flag without its value", () => ["plan", "--goal"], USAGE, /Cannot use --goal: .*missing/],
  ["a value for a switch", () => ["plan", "--json=1"], USAGE, /Cannot use --json: .*no value/],
  ["a value with a dash", () => ["plan", "--budget", "-5"], USAGE, /--budget=VALUE/],
  ["a port of nothing", () => ["serve", "--port", ""], USAGE, /from 0 to 65535/],
  ["a word after serve", () => ["serve", "now"], USAGE, /Cannot use "now"/],
  ["a command of nothing", () => [""], USAGE, /no such command\. See throughline --help/],
  ["a flag before the command", () => ["--data", "x", "plan"], USAGE, /flags come after/],
  ["an unknown command", () => ["plans"], USAGE, /Did you mean.*plan/],
  [
    "a word that went to the list before it",
    () => ["save-decision", "--alternatives", "Stay", "Leave"],
    USAGE,
    /WHAT is missing\. --alternatives takes every word after it: write WHAT before it/,
  ],
  ["a word too many", () => ["list-plans", "now"], USAGE, /takes no such word/],
  [
    "an unknown route",
    () => ["plan", "--resume", RECEPTIONIST, "--route", "teleport"],
    NOT_FOUND,
    /the routes at present are/,
  ],
  ["an unknown example", () => ["import-example", "astronaut"], NOT_FOUND, /network-manager/],
  ["a country of three letters", () => ["set-country", "USA"], UNUSABLE, /two-letter/],
  [
    "a plan for no country",
    () => ["plan", "--goal", "registered nurse", "--country", "ZZ"],
    UNUSABLE,
    /none of that code/,
  ],
  ["a title of spaces", () => ["save-position", " "], USAGE, /TITLE must not be empty/],
  [
    "less than no pay",
    () => ["save-position", "Cook", "--pay", '{"amount":-1,"currency":"USD","period":"year"}'],
    USAGE,
    /pay.amount must be at least 0/,
  ],
  [
    "pay in a currency of its own",
    () => ["save-position", "Cook", "--pay", '{"amount":1,"currency":"zz","period":"year"}'],
    USAGE,
    /pay.currency must be a three-letter code/,
  ],
  ["no such position", () => ["remove-position", "x"], NOT_FOUND, /show-record/],
  [
    "the end before the start",
    () => ["save-position", "Cook", "--start", "2020", "--end", "2019"],
    UNUSABLE,
    /before it starts/,
  ],
  ["no plan yet", () => ["show-plan"], NOT_FOUND, /keep-plan/],
  [
    "half a confirmation",
    () => ["delete-everything", "--confirm", "yes"],
    USAGE,
    /delete everything/,
  ],
];

test.each(BAD_INPUT)(
  "%s: a clear message, the right exit code, nothing on standard output",
  async (_, words, expected, sentence) => {
    const { code, out, error } = await cli(words());
    expect({ code, error }).toEqual({ code: expected, error: expect.stringMatching(sentence) });
    expect(out).toBe("");
  },
);

test("a problem with --json is JSON on standard output, with its code", async () => {
  const { code, out } = await cli(["plan", "--goal", "manager", "--json"]);
  expect(code).toBe(UNUSABLE);
  expect(JSON.parse(out)).toMatchObject({ ok: false, problem: { code: "goal/unsure" } });
});

test("impossible dates are left out and told, and the rest is kept", async () => {
  const data = join(folder, "dates");
  const resume = file(
    "dates.json",
    '{"work":[{"name":"A shop","position":"Cashier","startDate":"2021-13-01"}]}',
  );
  const { code, out } = await cli(["import-resume", resume, "--data", data]);
  expect(code).toBe(DONE);
  expect(out).toMatch(/2021-13-01.*not\s+one\s+that exists/s);
  const record = JSON.parse((await cli(["show-record", "--json"], data)).out);
  expect(record.record.positions[0]).toMatchObject({ title: "Cashier" });
  expect(record.record.positions[0].start).toBeUndefined();
});

test("what a file holds never reaches the terminal as a command to it", async () => {
  const title = "Cashier\u001b]0;x\u0007\u009b2J\u007f";
  const resume = file(
    "escape.json",
    JSON.stringify({ work: [{ position: title, startDate: "2020" }] }),
  );
  const plan = await cli(["plan", "--resume", resume, "--goal", "registered nurse"]);
  expect(plan.out).toContain("Cashier]0;x2J");
  const refused = await cli(["plan", "--resume", resume, "--goal", `qqzzxxy${title}`]);
  expect(refused.error).toContain("qqzzxxyCashier");
  for (const text of [plan.out, refused.error]) expect(text).not.toMatch(/[\p{Cc}--[\n\t]]/v);
});

test("a hundred positions and a page for a title still leave one screen", async () => {
  const work = Array.from({ length: 100 }, () => ({
    position: "Cashier ".repeat(500),
    startDate: "2020",
  }));
  const resume = file("many.json", JSON.stringify({ work }));
  const { out } = await cli(["plan", "--resume", resume, "--goal", "registered nurse"]);
  expect(out).toContain("and 96 more");
  expect(out.slice(0, out.indexOf("Gaps")).length).toBeLessThan(2000);
});

test("a failed import leaves the record as it was", async () => {
  const data = join(folder, "kept");
  await cli(["import-example", "network-manager"], data);
  const before = (await cli(["export-record"], data)).out;
  const { code } = await cli(["import-resume", file("broken.json", '{"work": [')], data);
  expect(code).toBe(UNUSABLE);
  expect((await cli(["export-record"], data)).out).toBe(before);
});

test("an empty record still gets a plan, and is told what would make it better", async () => {
  const { code, out } = await cli(
    ["plan", "--goal", "registered nurse", "--hours", "20", "--json"],
    join(folder, "empty"),
  );
  expect(code).toBe(DONE);
  const plan = JSON.parse(out) as Plan;
  expect(plan.notices.map((notice) => notice.code)).toContain("record/empty");
  expect(plan.routes.length).toBeGreaterThan(0);
});

test("a plan that is kept is shown again, word for word, and none is overwritten", async () => {
  const data = join(folder, "plans");
  await cli(["import-example", "surgery-receptionist"], data);
  const first = await cli(["keep-plan"], data);
  expect(first.code).toBe(DONE);
  expect((await cli(["show-plan"], data)).out).toBe(first.out);
  await cli(["set-goal", "licensed practical nurse", "--hours", "20"], data);
  await cli(["keep-plan"], data);
  const { plans } = JSON.parse((await cli(["list-plans", "--json"], data)).out);
  expect(plans).toHaveLength(2);
  expect((await cli(["show-plan", plans[0].id], data)).out).toBe(first.out);
});

test("a data folder that cannot be written is said, with what to do, and nothing is made", async () => {
  const inTheWay = file("a-file", "not a folder");
  const { code, error } = await cli(["set-country", "US", "--data", inTheWay]);
  expect(code).toBe(STORAGE);
  expect(error).toMatch(/Cannot open the database.*--data/s);
  expect(readFileSync(inTheWay, "utf8")).toBe("not a folder");
});

test("a database from a newer version is refused and stays as it was", async () => {
  const data = join(folder, "newer");
  await cli(["set-country", "US"], data);
  const path = join(data, DATABASE_FILE);
  const database = new DatabaseSync(path);
  const tables = database.prepare("select name from sqlite_schema where type = 'table'").all();
  const version = tables
    .map((row) => String(row.name))
    .find((name) => /schema|migration|version/.test(name));
  expect(version).toBeDefined();
  const columns = database.prepare(`pragma table_info(${version})`).all();
  const column = columns.map((row) => String(row.name)).find((name) => /version|schema/.test(name));
  database.exec(`update ${version} set ${column} = ${column} + 998`);
  database.close();
  const before = readFileSync(path);
  const { code, error } = await cli(["show-record"], data);
  expect(code).toBe(STORAGE);
  expect(error).toMatch(/newer Throughline/);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test.each([
  "network-manager",
  "call-centre-agent",
  "surgery-receptionist",
  "administrative-assistant",
  "hr-professional",
])("%s: exported, deleted and imported again, the plan is the same", async (name) => {
  const data = join(folder, `again-${name}`);
  const planNow = async () => {
    const { code, out } = await cli(["plan", "--json"], data);
    expect(code).toBe(DONE);
    // Only ids may differ: the plan's own, and the goal's, which stands in every route too.
    const { id, goal } = JSON.parse(out) as Plan;
    return JSON.parse(out.replaceAll(id, "plan").replaceAll(goal.id, "goal")) as Plan;
  };
  await cli(["import-example", name], data);
  const before = await planNow();
  const exported = await cli(["export-record"], data);
  await cli(["delete-everything", "--confirm", "delete everything"], data);
  expect((await cli(["plan"], data)).code).toBe(NOT_FOUND);
  expect((await cli(["import-resume", file(`${name}.json`, exported.out)], data)).code).toBe(DONE);
  const after = await planNow();
  expect(after.milestones.length).toBeGreaterThan(3);
  expect(after).toEqual(before);
});

test("delete-everything leaves no record, goal or plan", async () => {
  const data = join(folder, "gone");
  await cli(["import-example", "network-manager"], data);
  await cli(["keep-plan"], data);
  expect((await cli(["delete-everything", "--confirm", "delete everything"], data)).code).toBe(
    DONE,
  );
  const { record } = JSON.parse((await cli(["show-record", "--json"], data)).out);
  expect(record.positions).toEqual([]);
  expect(JSON.parse((await cli(["list-plans", "--json"], data)).out).plans).toEqual([]);
  const left = readdirSync(data)
    .map((name) => readFileSync(join(data, name), "latin1"))
    .join("");
  expect(left).not.toContain("Network manager");
});

test("--help of the program and of each command is there", async () => {
  const { code, out } = await cli(["--help"]);
  expect(code).toBe(DONE);
  expect(out).toMatch(/throughline plan --resume FILE --goal TITLE/);
  const help = await cli(["set-goal", "--help"]);
  expect(help.out).toMatch(/--hours N/);
  expect(await cli(["serve", "--port", "x"])).toMatchObject({ code: USAGE });
});

test("catalogue add, list and remove are one family, and each says what came of it", async () => {
  const data = join(folder, "catalogues");
  const release = "test/fixtures/onet/db_99_0_text";
  const added = await cli(["catalogue", "add", "onet", release, "--no-training"], data);
  expect(added).toMatchObject({ code: DONE, error: "" });
  expect(added.out).toMatch(/^Added O\*NET 99/);
  const listed = await cli(["catalogue", "list"], data);
  expect(listed.out).toContain(`From ${release}`);
  expect(listed.out).toContain("throughline catalogue train");
  const shown = await cli(["show-occupation", "91-1001.00"], data);
  expect(shown.code).toBe(DONE);
  expect(await cli(["catalogue", "remove", "onet"], data)).toMatchObject({ code: DONE });
  expect(await cli(["catalogue", "remove", "onet"], data)).toMatchObject({ code: NOT_FOUND });
});

test("catalogue says what it takes, and what it cannot fetch or does not know", async () => {
  expect((await cli(["catalogue", "--help"])).out).toContain("catalogue add KIND");
  expect((await cli(["catalogue", "add", "--help"])).out).toContain("--no-training");
  expect(await cli(["catalogue"])).toMatchObject({ code: USAGE });
  expect((await cli(["catalogue", "polish"])).error).toMatch(/there is no such command/);
  const esco = await cli(["catalogue", "add", "esco"]);
  expect(esco.code).toBe(UNUSABLE);
  expect(esco.error).toMatch(/esco\.ec\.europa\.eu.*Download it there/s);
  const tarot = await cli(["catalogue", "add", "tarot"]);
  expect(tarot.code).toBe(USAGE);
  expect(tarot.error).toBe(
    'Cannot use what was given: KIND must be "onet", "esco", "bls" or "crosswalks". See throughline catalogue add --help\n',
  );
  const flagged = await cli(["catalogue", "remove", "--kind", "tarot"]);
  expect(flagged.error).toContain("--kind must be");
  expect(flagged.error).toContain("See throughline catalogue remove --help");
});

test("export-calendar prints the file as it is, or writes it where --out says", async () => {
  const data = join(folder, "calendar");
  await cli(["import-example", "surgery-receptionist"], data);
  await cli(["keep-plan"], data);
  const printed = await cli(["export-calendar"], data);
  expect(printed.out).toMatch(/^BEGIN:VCALENDAR\r\n.*\r\nEND:VCALENDAR\r\n$/s);
  const path = join(folder, "plan.ics");
  const written = await cli(["export-calendar", "--out", path], data);
  expect(written).toEqual({ code: DONE, out: "", error: "" });
  expect(readFileSync(path, "utf8")).toBe(printed.out);
  const nowhere = join(folder, "no", "such", "place.ics");
  const refused = await cli(["export-calendar", "--out", nowhere], data);
  expect(refused.code).toBe(STORAGE);
  expect(refused.error).toContain("Give another place");
});

test("make-feed prints the address once, and says how far it reaches; show-feed and revoke-feed never print it", async () => {
  const data = join(folder, "feed");
  await cli(["import-example", "surgery-receptionist"], data);
  await cli(["keep-plan"], data);
  expect((await cli(["show-feed"], data)).out).toMatch(/^Nothing can read your plan as a calendar/);
  const made = await cli(["make-feed", "--parts", "actions", "--check-ins", "none"], data);
  expect(made.out).toMatch(/^ {2}http:\/\/127\.0\.0\.1:4747\/feed\/[\w-]{43}$/m);
  expect(made.out).toMatch(/never\s+reaches a phone/);
  const secret = /feed\/([\w-]+)/.exec(made.out)?.[1] ?? "";
  const shown = await cli(["show-feed"], data);
  expect(shown.out).toMatch(/^Since 22 November 2026 .*\splan: actions\. /s);
  const ended = await cli(["revoke-feed"], data);
  expect(ended.code).toBe(DONE);
  expect(shown.out + ended.out).not.toContain(secret);
  expect((await cli(["revoke-feed"], data)).code).toBe(NOT_FOUND);
});
