import { expect, test } from "vitest";
import type { AnswerLine } from "#contract/api/counts.ts";
import { createFormats } from "#labels/formats.ts";
import { NO_ANSWER, readFacetAnswer, type FacetAnswer } from "./facet-answer.ts";
import { shownCounts } from "./shown-counts.ts";

const texts = {
  formats: createFormats("en-US", "Asia/Shanghai"),
  previous: (values: { count: string }) => `before: ${values.count}`,
  before: (values: { before: string; percent: string }) => `${values.before} (${values.percent})`,
  beforeOnly: (values: { before: string }) => values.before,
  unknown: "not known",
  unknownHint: "cannot be asked",
  atLeast: (values: { count: string }) => `≥ ${values.count}`,
  atLeastHint: "other keys",
};
function answerOf(counts: Readonly<Record<string, number>>, other?: number): FacetAnswer {
  const lines: AnswerLine[] = Object.entries(counts).map(([value, count]) => ({
    ask: 0,
    value,
    count,
  }));
  const end = { ask: 0, end: true, total: 0, plan: "probes", complete: true } as const;
  return readFacetAnswer(other === undefined ? lines : [...lines, { ...end, other }]);
}
const none = { answer: NO_ANSWER, old: undefined, whole: undefined, before: undefined };

test("what is not counted yet is not 0", () => {
  const { row } = shownCounts(none, false, texts);
  expect(row("Success", "good")).toMatchObject({
    count: undefined,
    isZero: false,
    previous: undefined,
  });
});

test("old counts stay until the new one of the same value is there", () => {
  const { row } = shownCounts(
    { ...none, answer: answerOf({ a: 2 }), old: answerOf({ a: 9, b: 1234 }) },
    false,
    texts,
  );
  expect(row("a", undefined)).toMatchObject({ count: "2", previous: undefined });
  expect(row("b", undefined)).toMatchObject({ count: "1,234", previous: "before: 1,234" });
});

test("bars are measured by the largest count on screen", () => {
  const { row } = shownCounts({ ...none, answer: answerOf({ a: 50, b: 200, c: 0 }) }, false, texts);
  expect(["a", "b", "c"].map((value) => row(value, undefined).share)).toEqual([0.25, 1, 0]);
});

test("a change has a sign, and its title the count and the share of a week earlier", () => {
  const whole = answerOf({ Success: 90, NoAnswer: 5, Reject: 3 }, 0);
  const before = answerOf({ Success: 100, NoAnswer: 5 }, 0);
  const { row, changeOf } = shownCounts({ ...none, answer: whole, whole, before }, true, texts);
  expect(row("Success", "good")).toMatchObject({
    change: "−10",
    changeTitle: "100 (−10%)",
    isWorse: true,
  });
  expect(row("NoAnswer", "neutral")).toMatchObject({ change: "0", isWorse: false });
  // It was counted in full a week earlier, so that what it does not name was not there.
  expect(row("Reject", "attention")).toMatchObject({
    change: "+3",
    changeTitle: "0",
    isWorse: true,
  });
  expect(changeOf("Reject")).toBe(3);
});

test("a change has its place before it is known, and none while nothing is compared", () => {
  const whole = answerOf({ a: 1 }, 0);
  expect(shownCounts({ ...none, answer: whole, whole }, true, texts).row("a", "good").change).toBe(
    "",
  );
  expect(
    shownCounts({ ...none, answer: whole, whole }, false, texts).row("a", "good").change,
  ).toBeUndefined();
});

test("calls that a state of the survey covers are not other", () => {
  const whole = readFacetAnswer([
    { ask: 0, value: "1", count: 4 },
    { ask: 0, state: "answered", count: 4 },
    { ask: 0, state: "unanswered", count: 3 },
    { ask: 0, state: "notOffered", count: 2 },
    { ask: 0, end: true, total: 10, plan: "pages", other: 6, complete: true },
  ]);
  const { otherRow, stateRow } = shownCounts({ ...none, answer: whole, whole }, false, texts);
  expect(otherRow()).toMatchObject({ count: "1", share: 0 });
  expect(stateRow("notOffered")).toMatchObject({ count: "2", share: 0 });
});

test("a state that is not known is said to be so, with the reason, and not as the number before", () => {
  const old = readFacetAnswer([
    { ask: 0, state: "answered", count: 7 },
    { ask: 0, state: "unanswered", count: 3 },
  ]);
  const whole = readFacetAnswer([
    { ask: 0, state: "answered", count: null, atLeast: 1234 },
    { ask: 0, state: "unanswered", count: null },
    { ask: 0, end: true, total: 3000, plan: "probes", other: 1766, complete: false },
  ]);
  const present = shownCounts({ ...none, answer: whole, whole, old }, true, texts);
  const shown = { previous: undefined, isZero: false, share: 0, change: "" };
  expect(present.stateRow("answered")).toMatchObject({
    ...shown,
    count: "≥ 1,234",
    why: "other keys",
  });
  expect(present.stateRow("unanswered")).toMatchObject({
    ...shown,
    count: "not known",
    why: "cannot be asked",
  });
  expect(present.stateRow("notOffered")).toMatchObject({ count: undefined, why: undefined });
  // What the states do not tell is calls that no value covers.
  expect(present.otherRow().count).toBe("1,766");
  const waiting = shownCounts({ ...none, old: whole }, false, texts);
  expect(waiting.stateRow("unanswered").previous).toBe("before: not known");
});
