import { expect, test } from "vitest";
import type { TestRecord } from "#upstream/store/test-store.kit.ts";
import { INSTANCE, told, withCalls } from "./calls-in-hand.kit.ts";
import { probeFacet } from "./probe-facet.ts";

// Many calls whose survey was offered without a channel: nothing in a filter tells them from calls
// without a survey.
const CALLS = 3_000;
const IVR = { satisfactionSurveyChannel: "IVR" };
const surveyOf = (index: number): TestRecord => {
  if (index < 480) return { ...IVR, satisfactionIndex: 1 + (index % 5) };
  // Keys that no list knows; the second is not among the newest calls.
  if (index < 490) return { ...IVR, satisfactionIndex: 10, startTime: CALLS };
  if (index < 500) return { ...IVR, satisfactionIndex: -1, startTime: 0 };
  return index < 600 ? IVR : {};
};
const DATA: readonly TestRecord[] = Array.from({ length: CALLS }, (_unused, index) => ({
  contactId: `job-${index}`,
  instanceId: INSTANCE,
  startTime: index,
  satisfactionSurveyOffered: true,
  ...surveyOf(index),
}));
const ASK = { of: "facet", view: "", facet: "satisfactionIndex" } as const;

const NOT_KNOWN = [
  { state: "answered", count: null, atLeast: 490 },
  { state: "unanswered", count: null },
  { state: "notOffered", count: null },
];

test.each([
  ["and no page is in hand", []],
  ["and the newest page is in hand", [1]],
  ["and others are", [1, 30]],
])("what no filter tells is not known, %s", async (_when, pages) => {
  await withCalls(DATA, CALLS, async ({ calls }) => {
    for (const page of pages) await calls.page(page);
    const lines = await told((tell) => probeFacet(calls, ASK, tell));
    expect(lines.filter((line) => "state" in line)).toEqual(NOT_KNOWN);
    // A key of the newest calls is found, whoever has read them.
    expect(lines).toContainEqual({ value: "10", count: 10 });
  });
});

test("calls that have a channel were all offered a survey, and where all have a key all were answered", async () => {
  const answered = DATA.slice(0, 480);
  await withCalls(answered, CALLS, async ({ calls }) => {
    const lines = await told((tell) => probeFacet(calls, ASK, tell));
    expect(lines.filter((line) => "state" in line)).toEqual([
      { state: "answered", count: 480 },
      { state: "unanswered", count: 0 },
      { state: "notOffered", count: 0 },
    ]);
  });
  const offered = DATA.slice(0, 600);
  await withCalls(offered, CALLS, async ({ calls }) => {
    const criteria = { satisfactionSurveyChannel: "IVR" } as const;
    const byChannel = { ...calls, set: { ...calls.set, criteria } };
    const lines = await told((tell) => probeFacet(byChannel, ASK, tell));
    expect(lines).toContainEqual({ state: "notOffered", count: 0 });
    expect(lines).toContainEqual({ state: "unanswered", count: null });
  });
});
