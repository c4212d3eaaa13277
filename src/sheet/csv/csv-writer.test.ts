import { expect, test } from "vitest";
import { csvCells, wholeFile } from "#sheet/sheet-reading.kit.ts";
import { wholeSheet } from "#sheet/sheet-writer.ts";
import type { Row, SheetHead } from "#sheet/sheet.ts";
import { createCsvWriter } from "./csv-writer.ts";

const HEAD: SheetHead = {
  title: "通话记录",
  columns: [
    { kind: "instant", heading: "开始时间 (Asia/Shanghai)" },
    { kind: "seconds", heading: "通话时长" },
    { kind: "text", heading: "主叫号码" },
  ],
};

function csvOf(rows: Row[]): string {
  return wholeFile(createCsvWriter(HEAD), rows).toString("utf8");
}

test("the file starts with a byte order mark and names time zone and unit", () => {
  expect(csvOf([])).toBe("\uFEFF开始时间 (Asia/Shanghai),通话时长 (s),主叫号码\r\n");
});

test("instants are dates, durations are seconds, numbers stay text", () => {
  const row: Row = [
    { kind: "instant", text: "2026-11-22 14:05:12" },
    { kind: "seconds", seconds: 61, text: "1:01" },
    { kind: "text", text: "02155500100" },
  ];
  expect(csvOf([row]).split("\r\n")[1]).toBe('2026-11-22 14:05:12,61,"=""02155500100"""');
});

test("what the upstream did not say is an empty cell", () => {
  expect(csvOf([[undefined, undefined, undefined]]).split("\r\n")[1]).toBe(",,");
});

test.each(["\n=1", "a\n=1", "a\r=1", "a\r\n=1"])("%j stays one cell of one row", (text) => {
  const bytes = wholeFile(createCsvWriter(HEAD), [[{ kind: "text", text }, undefined, undefined]]);
  expect(csvCells(bytes).slice(1)).toEqual([[text, "", ""]]);
});

test("what the file says about itself stands behind the rows, apart, and ends with the view", () => {
  const writer = createCsvWriter(HEAD);
  const about = {
    title: "关于此文件",
    lines: [["筛选", "=1+1"]] as const,
    view: "?instance=a&type=Inbound",
  };
  const file = Buffer.concat(wholeSheet(writer, [], about));
  expect(csvCells(file).slice(1)).toEqual([
    ["", "", ""],
    ["关于此文件", "", ""],
    ["筛选", "=1+1", ""],
    ["# callscope-view: ?instance=a&type=Inbound", "", ""],
  ]);
});
