import { expect, test } from "vitest";
import type { CallRecord } from "#contract/record/call-record.ts";
import { storyOf } from "./caller-story.ts";

const MINUTE = 60_000;
const AT = 1_764_000_000_000;
const CALLER = "13800138000";
const abandoned: CallRecord = {
  contactId: "this",
  contactType: "Inbound",
  contactDisposition: "AbandonedInQueue",
  callingNumber: CALLER,
  startTime: AT,
  releaseTime: AT + MINUTE,
};
const inbound = (contactId: string, minutes: number, more: CallRecord = {}): CallRecord => ({
  contactId,
  contactType: "Inbound",
  contactDisposition: "Success",
  callingNumber: CALLER,
  startTime: AT + minutes * MINUTE,
  establishedTime: AT + (minutes + 1) * MINUTE,
  ...more,
});
const outbound = (contactId: string, minutes: number): CallRecord => ({
  contactId,
  contactType: "Outbound",
  contactDisposition: "NoAnswer",
  calledNumber: `+86${CALLER}`,
  startTime: AT + minutes * MINUTE,
});

test("a caller who gave up and neither rang again nor was called back has a story that says so", () => {
  expect(storyOf(abandoned, [abandoned, inbound("before", -30)])).toEqual({
    calls: [inbound("before", -30), abandoned],
    repeats: 1,
    afterwards: {},
  });
});

test("the first call back and the first ring again count, from when the caller gave up", () => {
  const found = [inbound("late", 90), outbound("back", 21), inbound("again", 11)];
  const { afterwards, repeats } = storyOf(abandoned, found);
  expect(afterwards).toEqual({
    calledBack: { afterMs: 20 * MINUTE, isAnswered: false },
    rangAgain: { afterMs: 10 * MINUTE, isAnswered: true },
  });
  expect(repeats).toBe(2);
});

test("a number that merely contains the caller's is another's", () => {
  const other = inbound("other", 5, { callingNumber: `9${CALLER}1` });
  expect(storyOf(abandoned, [other]).calls).toEqual([abandoned]);
});

test("a call that was answered, and one that we made, have nothing that followed", () => {
  expect(storyOf(inbound("this", 0), [])).not.toHaveProperty("afterwards");
  const ours = { ...outbound("this", 0), contactDisposition: "AbandonedInRing" };
  expect(storyOf(ours, [])).not.toHaveProperty("afterwards");
});

test("a fixed line's number is the same with the country's code and without", () => {
  const call = { ...abandoned, callingNumber: "02155500100" };
  const again = inbound("again", 5, { callingNumber: "+862155500100" });
  expect(storyOf(call, [again]).calls).toEqual([call, again]);
});

test.each([
  "AbandonedInIVR",
  "AbandonedInQueue",
  "AbandonedInRing",
  "AbandonedInVoiceNavigator",
  "QueuingTimeout",
  "QueuingOverflow",
  "QueuingFailed",
  "IVRException",
  "Voicemail",
])("a caller whose call ended in %s reached nobody, and it is told what followed", (reason) => {
  const call = { ...abandoned, contactDisposition: reason };
  expect(storyOf(call, [inbound("again", 11)]).afterwards).toEqual({
    rangAgain: { afterMs: 10 * MINUTE, isAnswered: true },
  });
});

test.each(["Success", "ForwardToOutsideNumber", "NewerThanThis"])(
  "of a caller whose call ended in %s nothing like it is told",
  (reason) => {
    const call = { ...abandoned, contactDisposition: reason };
    expect(storyOf(call, [inbound("again", 11)])).not.toHaveProperty("afterwards");
  },
);
