import { expect, test } from "vitest";
import type { CallRecord } from "#contract/record/call-record.ts";
import { isSameIn } from "./differing-fields.ts";

const call = { talkTime: 30, agentNames: ["Li", "Wang"], callingNumber: "021" } as CallRecord;

test("lists are the same by what is in them, in its order", () => {
  expect(isSameIn("agentNames", call, { ...call, agentNames: ["Li", "Wang"] })).toBe(true);
  expect(isSameIn("agentNames", call, { ...call, agentNames: ["Wang", "Li"] })).toBe(false);
  expect(isSameIn("agentNames", call, { ...call, agentNames: ["Li"] })).toBe(false);
});

test("what is absent is the same as nothing else", () => {
  expect(isSameIn("talkTime", call, { ...call, talkTime: 0 })).toBe(false);
  expect(isSameIn("heldTime", call, call)).toBe(true);
  expect(isSameIn("heldTime", call, { ...call, heldTime: 0 })).toBe(false);
  expect(isSameIn("callingNumber", call, { ...call, talkTime: 1 })).toBe(true);
});
