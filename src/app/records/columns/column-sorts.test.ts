import { expect, test } from "vitest";
import { SORT_FIELDS } from "#contract/record/enums.ts";
import { COLUMN_NAMES } from "#contract/view/columns.ts";
import { DEFAULT_SORT } from "#contract/view/sort.ts";
import { columnSorts } from "./column-sorts.ts";

test("a column offers both orders of its own field, in the words of its kind", () => {
  expect(columnSorts("startTime", DEFAULT_SORT).map(({ words }) => words)).toEqual([
    "latestFirst",
    "earliestFirst",
  ]);
  expect(columnSorts("talkTime", DEFAULT_SORT)).toEqual([
    { sort: { field: "talkTime", order: "DESC" }, words: "longestFirst" },
    { sort: { field: "talkTime", order: "ASC" }, words: "shortestFirst" },
  ]);
});

test("the phases offer each of their times, the longest first, and reversed the second time", () => {
  const orders = (order: "ASC" | "DESC") =>
    columnSorts("phases", { field: "queueTime", order }).map(({ sort }) => sort);
  expect(orders("ASC").map(({ field }) => field)).toEqual([
    "ivrTime",
    "queueTime",
    "ringTime",
    "dialingTime",
    "talkTime",
  ]);
  expect(orders("ASC")[1]?.order).toBe("DESC");
  expect(orders("DESC").map(({ order }) => order)).toEqual(["DESC", "ASC", "DESC", "DESC", "DESC"]);
});

test("a column without a time in it offers nothing", () => {
  expect(columnSorts("agentNames", DEFAULT_SORT)).toEqual([]);
  expect(columnSorts("parties", DEFAULT_SORT)).toEqual([]);
  expect(columnSorts("heldTime", DEFAULT_SORT)).toEqual([]);
});

test("every order that the upstream knows is offered by some column", () => {
  const offered = COLUMN_NAMES.flatMap((column) =>
    columnSorts(column, DEFAULT_SORT).map(({ sort }) => sort.field),
  );
  expect(new Set(offered)).toEqual(new Set(SORT_FIELDS));
});
