import { expect, test } from "vitest";
import type { Criteria } from "#contract/filter/filters.ts";
import { CONTACT_DISPOSITIONS, CONTACT_TYPES } from "#contract/record/enums.ts";
import { facetExclusion, onlyWith, toggled, without } from "./facet-choice.ts";

const bySurvey: Criteria = { satisfactionSurveyChannel: "IVR" };

test("a tick adds a value, a second one takes it away and leaves the rest alone", () => {
  const once = toggled(bySurvey, "contactType", "Inbound") ?? {};
  const twice = toggled(once, "contactType", "Outbound") ?? {};
  expect(twice).toEqual({ ...bySurvey, contactType: ["Inbound", "Outbound"] });
  expect(toggled(twice, "contactType", "Inbound")).toEqual({
    ...bySurvey,
    contactType: ["Outbound"],
  });
  expect(toggled(once, "contactType", "Inbound")).toEqual(bySurvey);
});

test("where the upstream takes one value a tick replaces the other", () => {
  const one = toggled({}, "agentId", "li@ccc-test") ?? {};
  expect(toggled(one, "agentId", "lin@ccc-test")).toEqual({ agentId: "lin@ccc-test" });
  expect(toggled(one, "agentId", "li@ccc-test")).toEqual({});
});

test("a value newer than this edition can be ticked", () => {
  expect(toggled({}, "contactDisposition", "AbandonedOnHold")).toEqual({
    contactDisposition: ["AbandonedOnHold"],
  });
});

test("what a link cannot say is not chosen", () => {
  expect(toggled({}, "satisfactionDescription", " very good ")).toBeUndefined();
});

test("only this value, and once more all of them", () => {
  const some: Criteria = { contactType: ["Inbound", "Outbound"] };
  const only = onlyWith(some, "contactType", "Outbound") ?? {};
  expect(only).toEqual({ contactType: ["Outbound"] });
  expect(onlyWith(only, "contactType", "Outbound")).toEqual({});
});

test("excluding names all other values, those that were found beside the documented among them", () => {
  const rest = without({}, "contactDisposition", "Success", ["AbandonedOnHold"]);
  const others = CONTACT_DISPOSITIONS.filter((value) => value !== "Success");
  expect(rest).toEqual({ contactDisposition: [...others, "AbandonedOnHold"] });
  expect(without({}, "contactDisposition", "AbandonedOnHold", ["AbandonedOnHold"])).toEqual({
    contactDisposition: CONTACT_DISPOSITIONS,
  });
});

test("of chosen values the excluded one is left out, and no other comes in", () => {
  const two: Criteria = { contactType: ["Inbound", "Outbound"] };
  expect(without(two, "contactType", "Inbound", ["New"])).toEqual({ contactType: ["Outbound"] });
});

test("what cannot be excluded says why", () => {
  const why = (facet: Parameters<typeof facetExclusion>[0], value: string, chosen: string[]) =>
    facetExclusion(facet, value, chosen, []);
  expect(why("agentId", "li@ccc-test", [])).toEqual({ impossible: "notListed" });
  expect(why("contactType", "Inbound", ["Inbound"])).toEqual({ impossible: "lastOption" });
  expect(why("contactType", "Inbound", ["Outbound"])).toEqual({ impossible: "notChosen" });
  expect(why("contactType", "Inbound", [])).toMatchObject({
    values: CONTACT_TYPES.filter((value) => value !== "Inbound"),
    alsoDrops: "unlisted",
  });
});
