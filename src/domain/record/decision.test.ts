// Decisions in plain words, in their order.

import { expect, test } from "vitest";
import type { PartialDate } from "../calendar-date.ts";
import {
  DECIDERS,
  type Decision,
  deciderInWords,
  decisionsInOrder,
  isMadeByOthers,
  outcomesInWords,
} from "./decision.ts";

function decisionOn(date: string, id = date): Decision {
  return {
    id,
    what: "Left",
    date: date as PartialDate,
    alternatives: [],
    why: "",
    decidedBy: "me",
    who: "",
    touches: [],
    outcomes: [],
  };
}

test("deciderInWords() speaks to the person, with and without a name", () => {
  const named = DECIDERS.map((decidedBy) => deciderInWords({ decidedBy, who: "My employer" }));
  expect(named).toEqual([
    "You decided; your employer had a part in it",
    "You decided it with your employer",
    "Decided for you, by your employer",
    "Circumstances decided: your employer",
  ]);
  const plain = DECIDERS.map((decidedBy) => deciderInWords({ decidedBy, who: " " }));
  expect(plain).toEqual([
    "You decided",
    "You decided it together with others",
    "Others decided it for you",
    "Circumstances decided",
  ]);
  expect(deciderInWords({ decidedBy: "together", who: "Myra" })).toBe("You decided it with Myra");
});

test("isMadeByOthers() is so where the person had no part", () => {
  const others = DECIDERS.filter((decidedBy) => isMadeByOthers({ decidedBy }));
  expect(others).toEqual(["someone-else", "circumstances"]);
});

test("decisionsInOrder() puts the earliest first and keeps the order of one date", () => {
  const all = [decisionOn("2020-05"), decisionOn("2019"), decisionOn("2020-05-01", "later said")];
  expect(decisionsInOrder(all).map(({ id }) => id)).toEqual(["2019", "2020-05", "later said"]);
});

test("outcomesInWords() gives each with its date, the earliest first", () => {
  const outcomes = [
    { date: "2021-06" as PartialDate, text: "I missed the wards" },
    { date: "2019" as PartialDate, text: "The rent was paid" },
  ];
  expect(outcomesInWords({ outcomes })).toEqual([
    "2019: The rent was paid",
    "June 2021: I missed the wards",
  ]);
});
