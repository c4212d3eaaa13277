import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { createFormats } from "#app/i18n/formats.ts";
import { messagesZhCn } from "#app/i18n/messages-zh-cn.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { Column } from "#contract/view/columns.ts";
import { recordsCsv } from "./csv.ts";

const words = {
  labels: messagesZhCn,
  formats: createFormats("zh-CN", "Asia/Shanghai"),
  nowMs: Date.UTC(2026, 10, 22),
};
const cells = (record: CallRecord, ...columns: Column[]) =>
  recordsCsv([record], columns, words).split("\r\n")[1];

test("the file starts with a byte order mark and names the time zone", () => {
  const csv = recordsCsv([], ["startTime", "talkTime"], words);
  expect(csv).toBe("\uFEFF开始时间 (Asia/Shanghai),通话时长 (s)\r\n");
});

test("columns come in the order of the screen", () => {
  expect(
    cells(
      { startTime: Date.UTC(2026, 10, 22, 6), talkTime: 61, contactType: "Inbound" },
      "talkTime",
      "contactType",
      "startTime",
    ),
  ).toBe("61,呼入,2026-11-22 14:00:00");
});

test("in the hour that clocks show twice an instant says which of the two it is", () => {
  const formats = createFormats("zh-CN", "America/New_York");
  const csv = recordsCsv([{ startTime: Date.UTC(2026, 10, 1, 6, 30) }], ["startTime"], {
    ...words,
    formats,
  });
  expect(csv).toContain("2026-11-01 01:30:00 UTC-05:00");
});

test("numbers made of digits stay text", () => {
  expect(
    cells(
      { callingNumber: "02155500100", contactId: "12515239414412000" },
      "callingNumber",
      "contactId",
    ),
  ).toBe("02155500100\t,12515239414412000\t");
});

test.each(["=1+1", "+862155500100", "-1", "@SUM(A1)", "\tx", "\r=1"])(
  "%j cannot run as a formula",
  (text) => {
    expect(cells({ satisfactionDescription: text }, "satisfactionDescription")).toMatch(/^"?'/);
  },
);

test("commas, quotes and line breaks stay inside their cell", () => {
  expect(cells({ satisfactionDescription: 'a,"b"' }, "satisfactionDescription")).toBe('"a,""b"""');
});

test.each(["\n=1", "a\n=1", "a\r=1", "a\r\n=1"])("%j stays one cell of one row", (text) => {
  const csv = recordsCsv([{ agentNames: [text] }], ["agentNames", "talkTime"], words);
  // To a spreadsheet any line break that is not quoted ends a row.
  const record_delimiter = ["\r\n", "\n", "\r"];
  expect(parse(csv, { bom: true, record_delimiter }).slice(1)).toEqual([[text, ""]]);
});

test("what the upstream did not say is an empty cell", () => {
  expect(cells({}, "startTime", "talkTime", "agentNames")).toBe(",,");
});

test("a column of several fields becomes one for each, and no field comes twice", () => {
  const record = { callingNumber: "a", calledNumber: "b", talkTime: 7, ivrTime: 3 };
  const csv = recordsCsv([record], ["talkTime", "parties", "phases"], words);
  const [header, row] = parse(csv, { bom: true });
  const times = ["IVR 时长 (s)", "排队时长 (s)", "响铃时长 (s)", "拨号时长 (s)"];
  const parties = ["主叫号码", "主叫归属地", "被叫号码", "被叫归属地"];
  expect(header).toEqual(["通话时长 (s)", ...parties, ...times]);
  expect(row).toEqual(["7", "a", "", "b", "", "3", "", "", ""]);
});
