import fc from "fast-check";
import { expect, test } from "vitest";
import { CONTACT_TYPES, EARLY_MEDIA_STATES } from "#contract/record/enums.ts";
import { exclusionOf } from "./exclusion.ts";
import { CRITERION_KEYS, FILTERS, isKind } from "./filters.ts";

test("without a choice, excluding a value chooses all the others", () => {
  expect(exclusionOf("contactType", "Inbound", [])).toEqual({
    values: CONTACT_TYPES.filter((type) => type !== "Inbound"),
    alsoDrops: "unlisted",
  });
});

test("a field that may be absent says that calls without a value go, too", () => {
  expect(exclusionOf("earlyMediaState", "Busy", [])).toEqual({
    values: EARLY_MEDIA_STATES.filter((state) => state !== "Busy"),
    alsoDrops: "absent",
  });
  expect(exclusionOf("satisfactionIndex", "1", [])).toMatchObject({ alsoDrops: "absent" });
});

test("from a choice only the value itself is taken", () => {
  expect(exclusionOf("contactDisposition", "Success", ["Success", "NoAnswer"])).toEqual({
    values: ["NoAnswer"],
    alsoDrops: "nothing",
  });
});

test("the last value of a choice cannot be excluded", () => {
  expect(exclusionOf("contactType", "Inbound", ["Inbound"])).toEqual({ impossible: "lastOption" });
});

test("where one value can be chosen, the other of two is what is left", () => {
  expect(exclusionOf("satisfactionSurveyChannel", "IVR", [])).toEqual({
    values: ["SMS"],
    alsoDrops: "absent",
  });
  expect(exclusionOf("satisfactionSurveyChannel", "Post", [])).toEqual({ impossible: "oneOnly" });
});

test("what was excluded is never among the values, and nothing that was not chosen is", () => {
  const choices = CRITERION_KEYS.filter((key) => isKind(key, "multi-choice"));
  const cases = fc.constantFrom(...choices).chain((key) => {
    const option = fc.oneof(fc.constantFrom<string>(...FILTERS[key].options), fc.string());
    return fc.tuple(fc.constant(key), option, fc.uniqueArray(option, { maxLength: 4 }));
  });
  fc.assert(
    fc.property(cases, ([key, value, chosen]) => {
      const exclusion = exclusionOf(key, value, chosen);
      const before: readonly string[] = chosen.length === 0 ? FILTERS[key].options : chosen;
      const after = "values" in exclusion ? exclusion.values : [];
      expect(new Set([...after, value])).toEqual(new Set([...before, value]));
      expect(after).not.toContain(value);
    }),
  );
});
