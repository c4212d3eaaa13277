import { expect, test } from "vitest";
import { ABANDONED_DISPOSITIONS, ANSWERED_DISPOSITIONS } from "#contract/record/tones.ts";
import { restricted } from "./restricted.ts";

test("answered and abandoned are what they are called", () => {
  expect(ANSWERED_DISPOSITIONS).toEqual(["Success"]);
  expect(ABANDONED_DISPOSITIONS).toEqual([
    "AbandonedInIVR",
    "AbandonedInQueue",
    "AbandonedInRing",
    "AbandonedInVoiceNavigator",
  ]);
});

test("without a choice the criteria get one, beside the others", () => {
  expect(
    restricted({ phoneNumber: "1990000" }, "contactDisposition", ANSWERED_DISPOSITIONS),
  ).toEqual({
    phoneNumber: "1990000",
    contactDisposition: ["Success"],
  });
});

test("of a choice that part stays which is meant, and nothing where there is none", () => {
  const chosen = { contactDisposition: ["NoAnswer", "AbandonedInRing", "AbandonedInIVR"] };
  expect(restricted(chosen, "contactDisposition", ABANDONED_DISPOSITIONS)).toEqual({
    contactDisposition: ["AbandonedInIVR", "AbandonedInRing"],
  });
  expect(restricted(chosen, "contactDisposition", ANSWERED_DISPOSITIONS)).toBeUndefined();
});
