import { expect, test } from "vitest";
import type { CallSet } from "#contract/view/call-set.ts";
import { waysOut } from "./ways-out.ts";

const calls: CallSet = {
  instance: "ccc-test",
  range: { from: 0, to: 1 },
  criteria: { skillGroupId: "a", contactType: ["Inbound"] },
  asOf: Date.UTC(2026, 10, 22),
};
const calendar = { timeZone: "Asia/Shanghai", retentionDays: 30 };
const takenAway = (scope?: Parameters<typeof waysOut>[2]) =>
  waysOut(calls, calendar, scope).flatMap((way) => ("without" in way ? [way.without] : []));

test("each criterion may be taken away, but for the one that bounds the reader", () => {
  expect(takenAway()).toEqual(["contactType", "skillGroupId"]);
  const people = [{ id: "a", name: "甲" }];
  expect(takenAway({ filter: "skillGroupId", people })).toEqual(["contactType"]);
});
