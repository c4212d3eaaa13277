import { expect, test } from "vitest";
import { activeCriteria } from "#contract/filter/criteria.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import { messagesEnUs } from "#labels/messages-en-us.ts";
import { messagesZhCn } from "#labels/messages-zh-cn.ts";
import { criterionWords } from "./criterion-words.ts";

const known = {
  maskedOf: (_filter: string, value: string) =>
    value === "13800005678" ? "138****5678" : undefined,
  nameOf: (_filter: string, id: string) => (id === "a1" ? "王芳 13800005678" : undefined),
};
const words = (criteria: Criteria, labels = messagesZhCn) =>
  activeCriteria(criteria).map((key) => criterionWords(labels, key, criteria, known));

test("options are named in the language around", () => {
  const criteria: Criteria = { contactType: ["Inbound"] };
  expect(words(criteria)).toEqual(["呼入"]);
  expect(words(criteria, messagesEnUs)).toEqual(["Inbound"]);
});

test("a number is masked for everybody, and not told at all before its mask is known", () => {
  expect(words({ callingNumber: "13800005678" })).toEqual(["138****5678"]);
  expect(words({ callingNumber: "13900001111" })).toEqual(["…"]);
});

test.each([
  [{ agentId: "a1" }, "王芳 ****"],
  [{ agentId: "+86 138-0000-5678@ccc" }, "****@ccc"],
  [{ satisfactionDescription: ["请回电 (021) 5555 0100"] }, "请回电 ****"],
  [{ satisfactionDescription: ["１３８００００５６７８"] }, "****"],
  [{ satisfactionDescription: ["等了 30 分钟"] }, "等了 30 分钟"],
  [{ contactId: "job-1251523941" }, "job-1251523941"],
] as const)("no number stands in what was typed or named: %j", (criteria, text) => {
  expect(words(criteria)).toEqual([text]);
});
