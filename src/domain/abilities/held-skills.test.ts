import fc from "fast-check";
import { expect, test } from "vitest";
import { blankCatalogue, type Catalogue } from "../occupations/catalogue.ts";
import { estimateSkills, explainSkill, type SkillEstimates, skillPriorsOf } from "./held-skills.ts";
import type { Evidence } from "./level-estimate.ts";

/** For each occupation the skills that it asks for: 1 essential, 0 optional, undefined not at all. */
type Asked = readonly (readonly (0 | 1 | undefined)[])[];

function heldOrNot(asked: Asked): Catalogue {
  const count = asked[0]?.length ?? 0;
  const cells = asked.map((row) =>
    row.flatMap((essential, skill) => (essential === undefined ? [] : [{ skill, essential }])),
  );
  const starts = [0];
  for (const row of cells) starts.push((starts.at(-1) ?? 0) + row.length);
  const ids = asked.map((_, row) => `occupation ${row}`);
  return {
    ...blankCatalogue("esco", ids),
    skills: {
      ids: Array.from({ length: count }, (_, i) => `skill ${i}`),
      names: Array.from({ length: count }, (_, i) => `skill ${i}`),
      starts: Int32Array.from(starts),
      skills: Int32Array.from(cells.flat().map(({ skill }) => skill)),
      essential: Uint8Array.from(cells.flat().map(({ essential }) => essential)),
    },
  };
}

const catalogue = heldOrNot([
  [1, 0, 1],
  [undefined, undefined, 1],
  [undefined, undefined, 1],
  [undefined, undefined, 1],
]);
const learningMonths = () => 18;

function work(given: Partial<Evidence>): Evidence {
  return {
    id: "p1",
    label: "A position",
    kind: "paid work",
    row: 0,
    fullTimeMonths: 24,
    yearsSinceEnd: 0,
    ...given,
  };
}

// The worked example of docs/method/abilities.md: prior (1 + ½)/(4 + 1) = .3, log odds −0.847; the
// practised 2.944; q = 24/42 = 0.571 for an essential skill and half of it for an optional one.
test("estimateSkills() gives the worked example", () => {
  expect([...skillPriorsOf(catalogue)]).toEqual([0.3, 0.3, 0.9]);
  const { chances } = estimateSkills(catalogue, [work({})], learningMonths);
  expect(chances[0]).toBeCloseTo(0.789, 3);
  expect(chances[1]).toBeCloseTo(0.559, 3);
  expect(chances[2]).toBeCloseTo(0.932, 3);
  expect([...estimateSkills(catalogue, [], learningMonths).chances]).toEqual(
    [0.3, 0.3, 0.9].map((chance) => expect.closeTo(chance, 12)),
  );
});

test("explainSkill() says what everyone starts from and which positions add to it", () => {
  const volunteer = work({ id: "p2", kind: "unpaid work", fullTimeMonths: 6 });
  const other = work({ id: "p3", row: 1 });
  const estimates = estimateSkills(catalogue, [work({}), volunteer, other], learningMonths);
  const explained = explainSkill(catalogue, estimates, 0);
  expect(explained.prior).toBeCloseTo(0.3, 12);
  expect(explained.attribution.map(({ evidenceId }) => evidenceId)).toEqual(["p1", "p2"]);
  expect(explainSkill(catalogue, estimateSkills(catalogue, [], learningMonths), 0)).toMatchObject({
    attribution: [],
  });
});

const anyCatalogue = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, skills]) =>
    fc.array(
      fc.array(fc.constantFrom(undefined, 0 as const, 1 as const), {
        minLength: skills,
        maxLength: skills,
      }),
      { minLength: rows, maxLength: rows },
    ),
  )
  .map(heldOrNot);
const anyWork = fc.record({
  id: fc.constantFrom("p1", "p2", "p3", "p4"),
  label: fc.constant("A position"),
  kind: fc.constantFrom("paid work", "unpaid work"),
  row: fc.integer({ min: 0, max: 5 }),
  fullTimeMonths: fc.double({ min: 0, max: 400, noNaN: true }),
  yearsSinceEnd: fc.double({ min: 0, max: 45, noNaN: true }),
});
/** A catalogue, evidence within it, and how long its occupations take to learn. */
const anyCase = fc
  .tuple(
    anyCatalogue,
    fc.array(anyWork, { maxLength: 6 }),
    anyWork,
    fc.array(fc.integer({ min: 1, max: 84 }), { minLength: 6, maxLength: 6 }),
  )
  .map(([of, evidence, more, months]) => {
    const within = (piece: Evidence) => ({ ...piece, row: piece.row % of.ids.length });
    const estimate = (pieces: readonly Evidence[]) =>
      estimateSkills(of, pieces.map(within), (row) => months[row] ?? 1);
    return { catalogue: of, evidence, more, estimate };
  });

function expectNoLower(after: SkillEstimates, before: SkillEstimates): void {
  after.chances.forEach((chance, skill) => {
    expect(chance).toBeGreaterThanOrEqual((before.chances[skill] ?? 0) - 1e-12);
  });
}

function expectSame(one: SkillEstimates, other: SkillEstimates): void {
  one.chances.forEach((chance, skill) => {
    expect(Math.abs(chance - (other.chances[skill] ?? 0))).toBeLessThan(1e-9);
  });
}

test("law: a position, or more months, never lowers the chance of any skill", () => {
  fc.assert(
    fc.property(anyCase, fc.double({ min: 0, max: 1, noNaN: true }), (given, part) => {
      const { evidence, more, estimate } = given;
      const less = { ...more, fullTimeMonths: more.fullTimeMonths * part };
      expectNoLower(estimate([...evidence, more]), estimate(evidence));
      expectNoLower(estimate([...evidence, more]), estimate([...evidence, less]));
    }),
  );
});

test("law: splitting, order, who paid and work of no months change the chance of no skill", () => {
  fc.assert(
    fc.property(anyCase, fc.double({ min: 0, max: 1, noNaN: true }), (given, part) => {
      const { evidence, more, estimate } = given;
      const whole = estimate([...evidence, more]);
      const { fullTimeMonths: months } = more;
      const first = { ...more, id: "first", fullTimeMonths: months * part };
      const second = { ...more, id: "second", fullTimeMonths: months * (1 - part) };
      expectSame(estimate([first, ...evidence, second]), whole);
      expectSame(estimate([...evidence, more].toReversed()), whole);
      const unpaid = [...evidence, more].map((one) => ({ ...one, kind: "unpaid work" as const }));
      expectSame(estimate(unpaid), whole);
      expectSame(estimate([...evidence, { ...more, fullTimeMonths: 0 }]), estimate(evidence));
    }),
  );
});

test("law: parts are never negative and sum to the change; chances stay between 0 and 1", () => {
  fc.assert(
    fc.property(anyCase, ({ catalogue: of, evidence, estimate }) => {
      const estimates = estimate(evidence);
      of.skills.ids.forEach((_, skill) => {
        const { chance, prior, attribution } = explainSkill(of, estimates, skill);
        expect(chance).toBeGreaterThan(0);
        expect(chance).toBeLessThanOrEqual(1);
        const sum = attribution.reduce((total, { chance: part }) => total + part, 0);
        expect(Math.abs(sum - (chance - prior))).toBeLessThan(1e-8);
        for (const { chance: part } of attribution) expect(part).toBeGreaterThanOrEqual(-1e-12);
      });
    }),
  );
});
