import { expect, test } from "vitest";
import { aftermathOf } from "./aftermath.ts";
import type { CallRecord } from "./call-record.ts";

const call = (contactId: string, startTime: number, more: CallRecord = {}): CallRecord => ({
  contactId,
  startTime,
  contactType: "Inbound",
  contactDisposition: "AbandonedInQueue",
  ...more,
});
const tried = call("tried", 100);
const success = { contactDisposition: "Success" } as const;
const outbound = { contactType: "Outbound" } as const;

test("who was called back or got through is settled by whichever was first", () => {
  const through = call("through", 130, success);
  const back = call("back", 120, { ...outbound, ...success });
  expect(aftermathOf(tried, [through, tried, back]).settledBy).toBe("called-back");
  expect(aftermathOf(tried, [through, tried]).settledBy).toBe("got-through");
});

test("a call back that reached nobody settles nothing, and is told", () => {
  const inVain = [120, 110].map((at) =>
    call(`no-${at}`, at, { ...outbound, contactDisposition: "NoAnswer" }),
  );
  const { settledBy, inVain: told, calledBack } = aftermathOf(tried, inVain);
  expect(settledBy).toBeUndefined();
  expect(told.map(({ startTime }) => startTime)).toEqual([110, 120]);
  expect(calledBack?.startTime).toBe(110);
});

test("a call of before, or of the very same millisecond, is nothing that came of it", () => {
  const others = [call("before", 99, success), call("same", 100, { ...outbound, ...success })];
  expect(aftermathOf(tried, others)).toEqual({
    rangAgain: undefined,
    calledBack: undefined,
    settledBy: undefined,
    inVain: [],
  });
});

test("calls within the house, and of kinds that nobody knows, reach no customer", () => {
  const others = ["Internal", "Conference", "Hologram"].map((contactType) =>
    call(contactType, 150, { contactType, ...success }),
  );
  expect(aftermathOf(tried, others).settledBy).toBeUndefined();
});

test("of an ending newer than this edition a connection tells", () => {
  const ended = { contactDisposition: "Teleported" };
  expect(aftermathOf(tried, [call("new", 150, ended)]).settledBy).toBeUndefined();
  expect(aftermathOf(tried, [call("new", 150, { ...ended, establishedTime: 160 })]).settledBy).toBe(
    "got-through",
  );
});
