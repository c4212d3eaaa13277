import { expect, test } from "vitest";
import { ALL_RIGHTS } from "#contract/api/rights.ts";
import { limitsOf } from "./limits-of.ts";

test("of all rights nothing is missing, and what is missing is named", () => {
  expect(limitsOf(ALL_RIGHTS)).toEqual([]);
  const least = {
    ...ALL_RIGHTS,
    numbers: "masked",
    searchByNumber: false,
    export: { page: false, all: false },
  } as const;
  expect(limitsOf(least)).toEqual(["maskedUnlessAsked", "noSearchByNumber", "noExport"]);
  expect(limitsOf({ ...least, revealNumbers: false })[0]).toBe("masked");
});
