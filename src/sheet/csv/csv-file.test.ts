import { expect, test } from "vitest";
import { csvCells, wholeFile } from "#sheet/sheet-reading.kit.ts";
import type { Row, SheetHead } from "#sheet/sheet.ts";
import { csvFile } from "./csv-file.ts";

const HEAD: SheetHead = {
  title: "通话记录",
  columns: [
    { kind: "instant", heading: "开始时间 (Asia/Shanghai)" },
    { kind: "seconds", heading: "通话时长" },
    { kind: "text", heading: "主叫号码" },
  ],
};

async function csvOf(rows: Row[]): Promise<string> {
  return (await wholeFile(csvFile(HEAD, rows))).toString("utf8");
}

test("the file starts with a byte order mark and names time zone and unit", async () => {
  expect(await csvOf([])).toBe("\uFEFF开始时间 (Asia/Shanghai),通话时长 (s),主叫号码\r\n");
});

test("instants are dates, durations are seconds, numbers stay text", async () => {
  const row: Row = [
    { kind: "instant", text: "2026-11-22 14:05:12" },
    { kind: "seconds", seconds: 61, text: "1:01" },
    { kind: "text", text: "02155500100" },
  ];
  expect((await csvOf([row])).split("\r\n")[1]).toBe('2026-11-22 14:05:12,61,"=""02155500100"""');
});

test("what the upstream did not say is an empty cell", async () => {
  expect((await csvOf([[undefined, undefined, undefined]])).split("\r\n")[1]).toBe(",,");
});

test.each(["\n=1", "a\n=1", "a\r=1", "a\r\n=1"])("%j stays one cell of one row", async (text) => {
  const bytes = await wholeFile(csvFile(HEAD, [[{ kind: "text", text }, undefined, undefined]]));
  expect(csvCells(bytes).slice(1)).toEqual([[text, "", ""]]);
});

test("rows are written as they come, each once", async () => {
  let made = 0;
  function* many(): Generator<Row> {
    for (; made < 1000; made += 1) yield [{ kind: "text", text: `n${made}` }, undefined, undefined];
  }
  const file = csvFile(HEAD, many());
  const pieces = [await file.next(), await file.next()].map(({ value }) => value as Uint8Array);
  expect(made).toBeLessThan(500);
  const rest = await wholeFile(file);
  expect(csvCells(Buffer.concat([...pieces, rest])).slice(1)).toEqual(
    Array.from({ length: 1000 }, (_, at) => [`n${at}`, "", ""]),
  );
});
