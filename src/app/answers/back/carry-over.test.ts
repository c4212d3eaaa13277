import { expect, test } from "vitest";
import type { BackList } from "./back-list.ts";
import { carryOver } from "./carry-over.ts";

const listOf = (upTo: number, names: readonly string[], unjudged = 0): BackList => ({
  looked: { tries: 9, of: 9, upTo, callers: 9, withheld: 0, isOwn: false },
  callers: names.map((caller) => ({
    caller,
    call: { contactId: `job-${caller}`, startTime: 50 },
    tries: 1,
    firstAt: 50,
  })),
  judged: 9,
  end: { end: true, gotThrough: 0, calledBack: 0, unjudged },
  spent: 1,
  dealtWith: 0,
  firstUpTo: upTo,
});
const PROBLEM = { type: "urn:x", title: "failed", status: 502, code: "upstream_failed" } as const;
const DAY = { from: 0, to: 999 };
const namesOf = ({ callers }: BackList) => callers.map(({ caller }) => caller);

test("nobody goes from the list without being counted, however often it is asked for", () => {
  const first = listOf(100, ["a", "b", "c"]);
  const second = carryOver(first, listOf(200, ["a", "c", "d"]), DAY);
  expect(second).toMatchObject({ dealtWith: 1, firstUpTo: 100 });
  const third = carryOver(second, listOf(300, ["d"]), DAY);
  expect(third).toMatchObject({ dealtWith: 3, firstUpTo: 100, looked: { upTo: 300 } });
  expect(namesOf(third)).toEqual(["d"]);
});

test("who could not be judged this time stays, and is not dealt with", () => {
  const next = carryOver(listOf(100, ["a", "b"]), listOf(200, ["b"], 1), DAY);
  expect(namesOf(next)).toEqual(["b", "a"]);
  expect(next.dealtWith).toBe(0);
  expect(namesOf(carryOver(next, listOf(300, ["b"]), DAY))).toEqual(["b"]);
});

test("who called before what is in view by now has left it, and is not dealt with", () => {
  expect(carryOver(listOf(100, ["a"]), listOf(200, []), { from: 60, to: 200 }).dealtWith).toBe(0);
});

test("who called later than what is in view by now has left it, and neither stays nor is dealt with", () => {
  const today = listOf(200, ["a"]);
  expect(carryOver(today, listOf(200, []), { from: 0, to: 49 }).dealtWith).toBe(0);
  expect(carryOver(today, listOf(200, [], 1), { from: 0, to: 49 }).callers).toEqual([]);
  expect(carryOver(today, listOf(200, []), { from: 0, to: 50 }).dealtWith).toBe(1);
});

test("whom a list that is cut leaves out is not dealt with, and who called since then is", () => {
  const before = listOf(100, ["a"]);
  const cutAt = (since: number) => {
    const next = listOf(200, []);
    return { ...next, looked: { ...next.looked, of: 12, since } };
  };
  expect(carryOver(before, cutAt(60), DAY).dealtWith).toBe(0);
  expect(carryOver(before, cutAt(50), DAY).dealtWith).toBe(0);
  expect(carryOver(before, cutAt(49), DAY).dealtWith).toBe(1);
  expect(carryOver(before, cutAt(40), { from: 60, to: 200 }).dealtWith).toBe(0);
});

test("who stands in a list stays where the earlier calls could not be read", () => {
  const next = listOf(200, []);
  const failed = {
    ...next,
    looked: { ...next.looked, of: 12, since: 60 },
    end: { end: true as const, gotThrough: 0, calledBack: 0, unjudged: 0, problem: PROBLEM },
  };
  expect(namesOf(carryOver(listOf(100, ["a"]), failed, DAY))).toEqual(["a"]);
});
