import { expect, test } from "vitest";
import { waitSeconds } from "./wait-time.ts";

test("a caller who gave up while waiting did wait", () => {
  expect(
    waitSeconds({
      contactDisposition: "AbandonedInQueue",
      waitTime: 0,
      queueTime: 43,
      ringTime: 2,
    }),
  ).toBe(45);
  expect(waitSeconds({ contactDisposition: "AbandonedInRing", waitTime: 0, ringTime: 9 })).toBe(9);
});

test("every other wait is the upstream's own", () => {
  expect(waitSeconds({ contactDisposition: "Success", waitTime: 12, queueTime: 1 })).toBe(12);
  expect(waitSeconds({ contactDisposition: "AbandonedInIVR", waitTime: 0, ringTime: 0 })).toBe(0);
  expect(waitSeconds({ contactDisposition: "AbandonedInQueue", waitTime: 0 })).toBe(0);
  expect(waitSeconds({})).toBeUndefined();
});
