import { expect, test } from "vitest";
import { isWaitWorkedOut, waitSeconds } from "./wait-time.ts";

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

test("a wait is said to be worked out only where the upstream says another", () => {
  const gaveUp = { contactDisposition: "AbandonedInQueue", queueTime: 43, ringTime: 2 };
  expect(isWaitWorkedOut({ ...gaveUp, waitTime: 0 })).toBe(true);
  expect(isWaitWorkedOut(gaveUp)).toBe(true);
  expect(isWaitWorkedOut({ ...gaveUp, waitTime: 45 })).toBe(false);
  expect(isWaitWorkedOut({ ...gaveUp, queueTime: 0, ringTime: 0, waitTime: 0 })).toBe(false);
  expect(isWaitWorkedOut({ contactDisposition: "Success", waitTime: 12, queueTime: 1 })).toBe(
    false,
  );
  expect(isWaitWorkedOut({})).toBe(false);
});
