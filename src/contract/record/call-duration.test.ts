import { expect, test } from "vitest";
import { isCountedFromNoConnection } from "./call-duration.ts";

const UNANSWERED = { contactType: "Outbound", callDuration: 0, ringTime: 40 };

test("a call from us that nobody answered has no duration from its connection on", () => {
  expect(isCountedFromNoConnection(UNANSWERED)).toBe(true);
  expect(isCountedFromNoConnection({ ...UNANSWERED, contactType: "Predictive" })).toBe(true);
  expect(isCountedFromNoConnection({ ...UNANSWERED, contactType: "Inbound" })).toBe(false);
});

test("nothing is said of a call that was connected, was never tried, or whose duration is not known", () => {
  const connected = { ...UNANSWERED, establishedTime: 1_751_299_200_000 };
  expect(isCountedFromNoConnection(connected)).toBe(false);
  expect(isCountedFromNoConnection({ contactType: "Outbound", callDuration: 0 })).toBe(false);
  expect(isCountedFromNoConnection({ contactType: "Outbound", ringTime: 40 })).toBe(false);
});
