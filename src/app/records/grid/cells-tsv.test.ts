import fc from "fast-check";
import { expect, test } from "vitest";
import type { Column } from "#contract/view/columns.ts";
import { createFormats } from "#labels/formats.ts";
import { messagesZhCn } from "#labels/messages-zh-cn.ts";
import { cellsTsv } from "./cells-tsv.ts";

const columns: readonly Column[] = ["contactId", "broker", "releaseReason"];
const words = {
  labels: messagesZhCn,
  formats: createFormats("zh-CN", "Asia/Shanghai"),
  nowMs: Date.UTC(2026, 10, 22),
};
const recordAt = (row: number) =>
  row >= 0 && row < 5
    ? { contactId: `id${row}`, broker: `b${row}`, releaseReason: `r${row}` }
    : undefined;
const tsv = (first: [number, Column], last: [number, Column]) =>
  cellsTsv(
    { first: { row: first[0], column: first[1] }, last: { row: last[0], column: last[1] } },
    { columns, recordAt, words },
  );

test("several rows are a line each, and columns stay columns", () => {
  expect(tsv([1, "broker"], [3, "broker"])).toEqual({
    text: "\tb1\tr1\r\nid2\tb2\tr2\r\nid3\tb3",
    missing: 0,
  });
});

test("cells of one row are that line alone", () => {
  expect(tsv([2, "broker"], [2, "releaseReason"]).text).toBe("b2\tr2");
});

test("calls that are not held are counted, and leave no empty line", () => {
  expect(tsv([4, "contactId"], [6, "releaseReason"])).toEqual({
    text: "id4\tb4\tr4",
    missing: 2,
  });
});

test("what a spreadsheet would change is kept: numbers, lengths, formulas, years", () => {
  const record = {
    contactId: "12515239414412345601",
    startTime: Date.UTC(2026, 10, 21, 9, 53, 18),
    talkTime: 271,
    callingNumber: "+86138",
    releaseReason: "=1+1",
    satisfactionDescription: "5月1日",
  };
  const all = Object.keys(record) as Column[];
  const [first = "contactId", last = "contactId"] = [all.at(0), all.at(-1)];
  const span = { first: { row: 0, column: first }, last: { row: 0, column: last } };
  const { text } = cellsTsv(span, { columns: all, recordAt: () => record, words });
  expect(text.split("\t")).toEqual([
    '="12515239414412345601"',
    "2026-11-21 17:53:18",
    "0:04:31",
    '="+86138"',
    '="=1+1"',
    '="5月1日"',
  ]);
});

test("whatever a value holds, a call stays one line of as many cells", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "\t", "\n", "\r", " ") }), (text) => {
      const odd = () => ({ contactId: text, broker: text, releaseReason: text });
      const span = {
        first: { row: 0, column: "contactId" },
        last: { row: 1, column: "releaseReason" },
      };
      const lines = cellsTsv(span, { columns, recordAt: odd, words }).text.split("\r\n");
      expect(lines.map((line) => line.split("\t").length)).toEqual([3, 3]);
    }),
  );
});
