import { expect, test } from "vitest";
import { readFacetAnswer } from "./facet-answer.ts";

test("lines become counts, states and a remainder", () => {
  const answer = readFacetAnswer([
    { ask: 0, value: "li@ccc-test", count: 3, name: "李安" },
    { ask: 0, value: "lin@ccc-test", count: 0 },
    { ask: 0, state: "unanswered", count: 7 },
    { ask: 0, end: true, total: 12, plan: "pages", other: 2, complete: true },
  ]);
  expect([...answer.counts]).toEqual([
    ["li@ccc-test", 3],
    ["lin@ccc-test", 0],
  ]);
  expect([...answer.states]).toEqual([["unanswered", { count: 7, atLeast: undefined }]]);
  expect([answer.other, answer.isComplete]).toEqual([2, true]);
});

test("before the end nothing is said of a remainder", () => {
  expect(readFacetAnswer([{ ask: 0, value: "Success", count: 3 }]).other).toBeUndefined();
});

test("a remainder that says nothing is none", () => {
  const end = { ask: 0, end: true, total: 12, plan: "probes", other: null } as const;
  expect(readFacetAnswer([end])).toMatchObject({ other: undefined, isComplete: false });
});
