import { expect, test } from "vitest";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { Column } from "#contract/view/columns.ts";
import { createFormats } from "#labels/formats.ts";
import { messagesZhCn } from "#labels/messages-zh-cn.ts";
import { pageSheet } from "./page-sheet.ts";

const words = {
  labels: messagesZhCn,
  formats: createFormats("zh-CN", "America/New_York"),
  nowMs: Date.UTC(2026, 10, 22),
};
const sheetOf = (record: CallRecord, ...columns: Column[]) =>
  pageSheet({ records: [record], columns, words, title: "通话记录" });

test("headings and values are in the words of the screen, with the zone they are told in", () => {
  const { head, rows } = sheetOf(
    { startTime: Date.UTC(2026, 10, 22, 6), contactType: "Inbound", talkTime: 271 },
    "startTime",
    "contactType",
    "talkTime",
  );
  expect(head.columns.map(({ heading }) => heading)).toEqual([
    "开始时间 (America/New_York)",
    "通话类型",
    "通话时长",
    "通话 ID",
  ]);
  expect(rows).toEqual([
    [
      { kind: "instant", text: "2026-11-22 01:00:00" },
      { kind: "text", text: "呼入" },
      { kind: "seconds", seconds: 271, text: "4:31" },
      undefined,
    ],
  ]);
});

test("in the hour that clocks show twice an instant says which of the two it is", () => {
  const { rows } = sheetOf({ startTime: Date.UTC(2026, 10, 1, 6, 30) }, "startTime");
  expect(rows[0]?.[0]).toEqual({ kind: "instant", text: "2026-11-01 01:30:00 UTC-05:00" });
});
