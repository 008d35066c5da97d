// Fits the weights of src/domain/titles/learnt-ranking.ts and prints them with what they are worth on
// occupations that were not fitted on. Trains two encoders beside the bench's, so it is run by hand:
// npx node bench/fit-title-ranking.ts

import { LEARNT_FACTS, LIST_WEIGHTS, sumOf } from "../src/domain/titles/learnt-ranking.ts";
import type { TitleEncoder } from "../src/domain/titles/title-encoder.ts";
import { buildTitleIndex, type TitleEntry } from "../src/domain/titles/title-index.ts";
import { fitConditionalLogit } from "./conditional-logit.ts";
import { starterEntries } from "./starter-titles.ts";
import { fitFiguresOf, type TitleChoice, titleChoicesOf } from "./title-choices.ts";
import {
  encoderFor,
  type RightAnswers,
  readTitleData,
  SKIPPED,
  withoutLabels,
} from "./title-data.ts";

/** Assumption: of the titles that people bring, so many have no occupation in the starter. */
const OUTSIDE_SHARE = 0.3;

/** Every so many-th alternative label of ESCO is asked, and every so many-th of those finds nothing. */
const ASKED_EVERY = 10;
const LOST_EVERY = 7;

/** All weights times so much: a title with several right entries is likelier right than one entry's share. */
const SHARPENINGS = [1, 1.05, 1.1];

type Sets = Readonly<Record<string, readonly TitleChoice[]>>;

/** Each set counts the same. */
function evened(sets: Sets, half: number | undefined): TitleChoice[] {
  return Object.values(sets).flatMap((choices) => {
    const kept = choices.filter((choice) => half === undefined || choice.half === half);
    const total = kept.reduce((sum, { weight }) => sum + weight, 0);
    return kept.map((choice) => ({ ...choice, weight: (choice.weight * 1000) / total }));
  });
}

function fitAndPrint(title: string, sets: Sets, facts: readonly number[]): void {
  const halves = [1, 0].map((half) => fitConditionalLogit(evened(sets, half)));
  const whole = fitConditionalLogit(evened(sets, undefined));
  const names = [...facts.map((fact) => LEARNT_FACTS[fact]), "absent", "absentAtAll", "none"];
  console.log(title);
  for (const weights of [whole, ...halves]) {
    console.log(`  ${weights.map((weight, i) => `${names[i]} ${weight.toFixed(2)}`).join(", ")}`);
  }
  for (const [name, choices] of Object.entries(sets)) {
    for (const sharpening of SHARPENINGS) {
      const sharp = (weights: readonly number[]) => weights.map((weight) => weight * sharpening);
      const figures = fitFiguresOf(
        choices.map((choice) => ({ choice, weights: sharp(halves[choice.half] ?? whole) })),
      );
      const text = Object.entries(figures).map(([what, value]) => `${what} ${value.toFixed(3)}`);
      console.log(
        `  ${name}, each half by the other's weights, times ${sharpening}: ${text.join(", ")}`,
      );
    }
  }
}

/** Titles alone under ids that the encoder does not know, all of them or six in ten. */
function listOf(entries: readonly TitleEntry[], share: number): TitleEntry[] {
  return entries.flatMap(({ id, labels }, i) =>
    (i * 7) % 10 < share * 10 ? [{ id: `list ${id}`, labels: labels.slice(0, 1) }] : [],
  );
}

/** Whether the first of a plain list is right, by how far its score is above "none of these". */
function aloneChoicesOf(
  entries: readonly TitleEntry[],
  encoder: TitleEncoder,
  queries: RightAnswers,
): TitleChoice[] {
  const index = buildTitleIndex(entries, { encoder });
  const right = new Map(
    [...queries].map(([q, ids]) => [q, new Set([...ids].map((id) => `list ${id}`))]),
  );
  return titleChoicesOf(index, right, { facts: LEARNT_FACTS.map((_, fact) => fact) }).map(
    (choice) => {
      const scores = choice.facts
        .slice(0, choice.entries)
        .map((facts) => sumOf(LIST_WEIGHTS.facts, facts) - LIST_WEIGHTS.none);
      const best = scores.reduce((held, score, i) => (score > (scores[held] ?? 0) ? i : held), 0);
      const isRight = choice.right[best] === true;
      return {
        ...choice,
        facts: [[scores[best] ?? 0], [0]],
        right: [isRight, !isRight],
        entries: 1,
        isInside: true,
      };
    },
  );
}

const data = readTitleData();
if (data === undefined) console.log(`Skipped: ${SKIPPED}`);
else {
  const [, esco] = data.heldOut;
  if (esco === undefined) throw new RangeError("Cannot fit: ESCO was not read");
  const asked = new Map<string, Set<string>>();
  let count = 0;
  for (const [row, labels] of esco.aliases.entries()) {
    for (const label of labels) {
      if (count++ % ASKED_EVERY !== 0) continue;
      const query = label.toLowerCase();
      asked.set(query, (asked.get(query) ?? new Set()).add(esco.ids[row] ?? ""));
    }
  }
  const names = new Set(asked.keys());
  // As the app learns: BLS adds nothing to O*NET and ESCO.
  const without = data.heldOut.slice(0, 2).map((catalogue) => withoutLabels(catalogue, names));
  const escoEntries = (without[1]?.ids ?? []).map((id, row) => ({
    id,
    labels: [without[1]?.titles[row] ?? "", ...(without[1]?.aliases[row] ?? [])],
  }));
  const { encoder } = encoderFor(without);
  const starter = starterEntries();
  const inStarter = new Set(starter.map(({ id }) => id));
  const inside = [...data.queries.values()].filter((all) =>
    [...all].some((id) => inStarter.has(id)),
  ).length;
  const outsideWeight =
    (OUTSIDE_SHARE / (1 - OUTSIDE_SHARE)) * (inside / (data.queries.size - inside));
  const own = [0, 1, 2, 3];
  fitAndPrint(
    "Entries that are the encoder's own occupations",
    {
      "O*NET, reported titles": titleChoicesOf(
        buildTitleIndex(data.entries, { encoder }),
        data.queries,
        { facts: own },
      ),
      "ESCO, one label in ten": titleChoicesOf(buildTitleIndex(escoEntries, { encoder }), asked, {
        facts: own,
      }),
      starter: titleChoicesOf(buildTitleIndex(starter, { encoder }), data.queries, {
        facts: own,
        outsideWeight,
      }),
    },
    own,
  );
  const american = encoderFor(without.filter((_, place) => place !== 1)).encoder;
  const other = [0, 1, 5, 6];
  fitAndPrint(
    "Entries that the encoder was not trained on",
    {
      "ESCO by an encoder of O*NET": titleChoicesOf(
        buildTitleIndex(escoEntries, { encoder: american }),
        asked,
        { facts: other, loseEvery: LOST_EVERY },
      ),
    },
    other,
  );
  const lists: Record<string, readonly TitleChoice[]> = {};
  for (const share of [1, 0.6]) {
    const of = `of titles, ${share} of all`;
    lists[`O*NET's list ${of}`] = aloneChoicesOf(
      listOf(data.entries, share),
      encoder,
      data.queries,
    );
    lists[`ESCO's list ${of}`] = aloneChoicesOf(listOf(escoEntries, share), encoder, asked);
  }
  const halves = [1, 0].map((half) => fitConditionalLogit(evened(lists, half)));
  const odds = [fitConditionalLogit(evened(lists, undefined)), ...halves].map(([per]) =>
    per?.toFixed(3),
  );
  console.log(`Plain lists of titles: the first one's log odds by its score ${odds.join(", ")}`);
  for (const [name, choices] of Object.entries(lists)) {
    const { error } = fitFiguresOf(
      choices.map((choice) => ({ choice, weights: halves[choice.half] ?? [] })),
    );
    console.log(`  ${name}, each half by the other's: error ${error.toFixed(3)}`);
  }
  const list = [0, 4, 5, 6];
  fitAndPrint(
    "Plain lists of titles",
    {
      "ESCO's titles alone by an encoder of O*NET": titleChoicesOf(
        buildTitleIndex(
          escoEntries.map(({ id, labels }) => ({ id, labels: labels.slice(0, 1) })),
          { encoder: american },
        ),
        asked,
        { facts: list, loseEvery: LOST_EVERY },
      ),
    },
    list,
  );
}
