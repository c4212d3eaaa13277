import { expect, test } from "vitest";
import type { Criteria } from "#contract/filter/filters.ts";
import { fileName } from "./file-name.ts";
import { createFormats } from "./formats.ts";
import { messagesZhCn } from "./messages-zh-cn.ts";

const DAY = Date.UTC(2026, 10, 21, 16);
const named = (criteria: Criteria, instance = "华东热线") =>
  fileName({
    title: "通话记录",
    instance,
    range: { from: DAY, to: DAY + 14 * 3_600_000 + 5 * 60_000 },
    criteria,
    page: 2,
    format: "csv",
    words: {
      labels: messagesZhCn,
      formats: createFormats("zh-CN", "Asia/Shanghai"),
      nowMs: DAY,
    },
  });

test("the name says instance, range and filter in words, and the page", () => {
  expect(named({ contactDisposition: ["AbandonedInQueue"] })).toBe(
    "通话记录_华东热线_2026-11-22 000000–140500_挂断原因 排队放弃_p2.csv",
  );
});

test("of a number that was asked for it says only that there was one", () => {
  const name = named({ callingNumber: "02155500100", agentId: "agent-13800138000" });
  expect(name).toContain(messagesZhCn.filters.callingNumber);
  expect(name).toContain(messagesZhCn.filters.agentId);
  expect(name).not.toMatch(/55500|138/);
});

test.each([
  ["热线 138-0013-8000", "热线 …"],
  ["a/b\\c:d*e?f", "a b c d e f"],
  ["x\u202Efdc.exe", "x fdc.exe"],
  ["长".repeat(60), `${"长".repeat(40)}…`],
])("an instance named %j is %j there", (instance, inName) => {
  expect(named({}, instance)).toContain(`通话记录_${inName}_2026`);
});
