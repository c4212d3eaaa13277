import { expect, test } from "vitest";
import { readWorkbook, wholeFile } from "#sheet/sheet-reading.kit.ts";
import { wholeSheet } from "#sheet/sheet-writer.ts";
import type { Cell, Row, SheetHead } from "#sheet/sheet.ts";
import { createXlsxWriter } from "./xlsx-writer.ts";

const HEAD: SheetHead = {
  title: "通话记录",
  columns: [
    { kind: "instant", heading: "开始时间 (Asia/Shanghai)" },
    { kind: "seconds", heading: "通话时长" },
    { kind: "integer", heading: "满意度" },
    { kind: "text", heading: "主叫号码" },
  ],
};

async function sheetOf(rows: Row[]) {
  const workbook = await readWorkbook(wholeFile(createXlsxWriter(HEAD), rows));
  const sheet = workbook.worksheets[0];
  if (sheet === undefined) throw new Error("no sheet");
  return { sheet, cell: (row: number, column: number) => sheet.getRow(row).getCell(column) };
}

test("an instant is the date that the clocks of the zone show, and durations can be added", async () => {
  const { cell } = await sheetOf([
    [
      { kind: "instant", text: "2026-11-22 14:05:12" },
      { kind: "seconds", seconds: 90_061, text: "25:01:01" },
      { kind: "integer", integer: 5 },
      { kind: "text", text: "02155500100" },
    ],
  ]);
  // The reader takes a sheet's clock for UTC.
  expect(cell(2, 1).value).toEqual(new Date("2026-11-22T14:05:12Z"));
  expect(cell(2, 1).numFmt).toBe("yyyy-mm-dd hh:mm:ss");
  expect(cell(2, 2).numFmt).toBe("[h]:mm:ss");
  expect(cell(2, 2).value).toEqual(new Date(Date.UTC(1899, 11, 30) + 90_061_000));
  expect(cell(2, 3).value).toBe(5);
  expect(cell(2, 4).value).toBe("02155500100");
  expect(cell(2, 4).numFmt).toBe("@");
});

test("in the hour that clocks show twice a date stays one and says which of the two it is", async () => {
  const { cell } = await sheetOf([
    [{ kind: "instant", text: "2026-11-01 01:30:00 UTC-05:00" }],
    [{ kind: "instant", text: "2026-11-01 01:30:00 UTC-04:00" }],
  ]);
  expect(cell(2, 1).value).toEqual(new Date("2026-11-01T01:30:00Z"));
  expect(cell(2, 1).numFmt).toContain('" UTC-05:00"');
  expect(cell(3, 1).numFmt).toContain('" UTC-04:00"');
});

test.each<[string, Cell, string]>([
  [
    "a date before those of sheets",
    { kind: "instant", text: "0001-01-01 00:00:00" },
    "0001-01-01 00:00:00",
  ],
  ["a date behind them", { kind: "instant", text: "+012026-01-01 00:00" }, "+012026-01-01 00:00"],
  ["no date", { kind: "instant", text: "Invalid Date" }, "Invalid Date"],
  ["a time that runs backwards", { kind: "seconds", seconds: -7, text: "-0:07" }, "-0:07"],
  ["why there is no figure", { kind: "text", text: "未评价" }, "未评价"],
])("%s stands as it does on screen", async (_what, written, read) => {
  const { cell } = await sheetOf([[written]]);
  expect(cell(2, 1).value).toBe(read);
});

test("a text that no cell can hold says that it goes on", async () => {
  const { cell } = await sheetOf([[{ kind: "text", text: "x".repeat(40_000) }]]);
  const text = String(cell(2, 1).value);
  expect(text).toHaveLength(32_767);
  expect(text.endsWith("x…")).toBe(true);
});

test("the heading stays, filters and is as wide as what stands below", async () => {
  const { sheet } = await sheetOf([
    [undefined, undefined, undefined, { kind: "text", text: "x".repeat(30) }],
  ]);
  expect(sheet.name).toBe("通话记录");
  expect(sheet.views).toMatchObject([{ state: "frozen", ySplit: 1 }]);
  expect(sheet.autoFilter).toBe("A1:D2");
  expect(sheet.getRow(1).getCell(1).font.bold).toBe(true);
  expect(sheet.getColumn(4).width).toBe(32);
  expect(sheet.getRow(2).getCell(1).value).toBeNull();
});

test("rows that do not fit in a sheet go on in another, none missing and none twice", async () => {
  const numbers = Array.from({ length: 250 }, (_, at) => String(at));
  const rows = numbers.map((text): Row => [{ kind: "text", text }]);
  const head = { title: "A", columns: [{ kind: "text", heading: "n" } as const] };
  const bytes = wholeFile(
    createXlsxWriter(head, {}, { limits: { rows: 101, characters: 1e9 } }),
    rows,
  );
  const { worksheets } = await readWorkbook(bytes);
  expect(worksheets.map(({ name }) => name)).toEqual(["A", "A (2)", "A (3)"]);
  expect(worksheets.map(({ rowCount }) => rowCount)).toEqual([101, 101, 51]);
  const read = worksheets.flatMap((sheet) =>
    sheet.getColumn(1).values.filter((value) => value !== undefined && value !== "n"),
  );
  expect(read).toEqual(numbers);
});

test("a sheet ends before it is larger than readers take", async () => {
  const rows = Array.from({ length: 900 }, (): Row => [{ kind: "text", text: "x".repeat(1000) }]);
  const head = { title: "A", columns: [{ kind: "text", heading: "n" } as const] };
  const bytes = wholeFile(
    createXlsxWriter(head, {}, { limits: { rows: 1e6, characters: 300_000 } }),
    rows,
  );
  const { worksheets } = await readWorkbook(bytes);
  expect(worksheets.length).toBeGreaterThan(1);
  expect(worksheets.reduce((sum, { rowCount }) => sum + rowCount - 1, 0)).toBe(900);
});

test("what the file says about itself is a sheet of its own, and a name leads to the view", async () => {
  const about = {
    title: "关于此文件",
    lines: [["筛选", "=1+1"]] as const,
    view: "?instance=a&type=Inbound",
  };
  const bytes = Buffer.concat(wholeSheet(createXlsxWriter(HEAD), [], about));
  const workbook = await readWorkbook(bytes);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(["通话记录", "关于此文件"]);
  const sheet = workbook.worksheets[1];
  expect(sheet?.getCell("B2").value).toBe("=1+1");
  const { ranges } = workbook.definedNames.getRanges("callscope_view");
  expect(ranges).toEqual(["'关于此文件'!$B$3"]);
  expect(sheet?.getCell("B3").value).toBe(about.view);
});
