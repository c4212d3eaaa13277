import { expect, test } from "vitest";
import { FILTERS, type Criteria } from "#contract/filter/filters.ts";
import { criterionText } from "./criterion-text.ts";
import { messagesEnUs } from "./messages-en-us.ts";
import { messagesZhCn } from "./messages-zh-cn.ts";

const without = (options: readonly string[], ...left: readonly string[]) =>
  options.filter((option) => !left.includes(option));

function texts(key: keyof Criteria, criteria: unknown): readonly string[] {
  // Made of documented options, which is what criteria hold.
  const given = criteria as Criteria;
  return [messagesZhCn, messagesEnUs].map((labels) => criterionText(labels, key, given));
}

test("all options but a few read as what is left out", () => {
  const { options } = FILTERS.contactType;
  expect(texts("contactType", { contactType: without(options, "Outbound") })).toEqual([
    "不是 呼出",
    "not Outbound",
  ]);
  expect(texts("contactType", { contactType: without(options, "Outbound", "Conference") })).toEqual(
    ["不是 呼出, 会议", "not Outbound, Conference"],
  );
});

test("where a call may have no value, what is left out does not read as all other calls", () => {
  const { options } = FILTERS.satisfactionIndex;
  const chosen = without(options, "3");
  expect(texts("satisfactionIndex", { satisfactionIndex: chosen })).toEqual([
    "有值但不是 3",
    "any but 3",
  ]);
});

test("a choice of a few reads as these, and so does one with a value that is newer", () => {
  expect(texts("contactType", { contactType: ["Inbound", "Outbound"] })).toEqual([
    "呼入, 呼出",
    "Inbound, Outbound",
  ]);
  const chosen = [...without(FILTERS.contactType.options, "Outbound"), "Hologram"];
  expect(texts("contactType", { contactType: chosen })[1]).toContain("Hologram");
  const channels = { satisfactionSurveyChannel: ["SMS"] };
  expect(texts("satisfactionSurveyChannel", channels)[1]).toBe("SMS");
});
