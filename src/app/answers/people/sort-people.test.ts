import { expect, test } from "vitest";
import type { SomeFigures } from "#contract/api/figures.ts";
import { figuresWithout } from "./figures-without.ts";
import { sortPeople } from "./sort-people.ts";

const row = (id: string, now: SomeFigures | undefined) => ({ id, name: id, now });
const ROWS = [
  row("none", { total: 3, base: 0, answered: 0 }),
  row("half", { total: 9, base: 8, answered: 4 }),
  row("counting", undefined),
  row("all", { total: 2, base: 1, answered: 1 }),
];
const idsBy = (order: "ASC" | "DESC") =>
  sortPeople(ROWS, { column: "answered", order }, "offered", "en").map(({ id }) => id);

test("who has no figure in a column is last in either direction", () => {
  expect(idsBy("DESC")).toEqual(["all", "half", "counting", "none"]);
  expect(idsBy("ASC")).toEqual(["half", "all", "counting", "none"]);
});

const LEVEL = { offered: 6, answered: 5, within: 4, short: 0 };
const ALL: SomeFigures = {
  total: 10,
  base: 8,
  answered: 6,
  placed: 2,
  rejected: 1,
  level: LEVEL,
  talk: { base: 6, mean: 20, p90: 40, position: 1 },
  satisfaction: { keys: { 1: 4, 2: 1 }, isWhole: true },
};

test("all but some is a difference of counts and of sums, and never of ranks", () => {
  const some: SomeFigures = {
    ...ALL,
    total: 4,
    level: { ...LEVEL, within: 1, short: null },
    talk: { base: 2, mean: 30, p90: 30, position: 1 },
    satisfaction: { keys: { 2: 1 }, isWhole: true },
  };
  expect(figuresWithout(ALL, some)).toMatchObject({
    total: 6,
    level: { within: 3, short: null },
    // 120 s of 6 less 60 s of 2.
    talk: { base: 4, mean: 15, p90: null, position: null },
    satisfaction: { keys: { 1: 4 } },
  });
  // What is still counted is not there yet.
  expect(figuresWithout(ALL, { total: 1 })).toEqual({ total: 9 });
  expect(figuresWithout(undefined, some)).toBeUndefined();
});
