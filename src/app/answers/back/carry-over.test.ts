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
const namesOf = ({ callers }: BackList) => callers.map(({ caller }) => caller);

test("nobody goes from the list without being counted, however often it is asked for", () => {
  const first = listOf(100, ["a", "b", "c"]);
  const second = carryOver(first, listOf(200, ["a", "c", "d"]), 0);
  expect(second).toMatchObject({ dealtWith: 1, firstUpTo: 100 });
  const third = carryOver(second, listOf(300, ["d"]), 0);
  expect(third).toMatchObject({ dealtWith: 3, firstUpTo: 100, looked: { upTo: 300 } });
  expect(namesOf(third)).toEqual(["d"]);
});

test("who could not be judged this time stays, and is not dealt with", () => {
  const next = carryOver(listOf(100, ["a", "b"]), listOf(200, ["b"], 1), 0);
  expect(namesOf(next)).toEqual(["b", "a"]);
  expect(next.dealtWith).toBe(0);
  expect(namesOf(carryOver(next, listOf(300, ["b"]), 0))).toEqual(["b"]);
});

test("who called before what is in view by now has left it, and is not dealt with", () => {
  expect(carryOver(listOf(100, ["a"]), listOf(200, []), 60).dealtWith).toBe(0);
});
