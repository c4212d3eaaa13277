import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createCsvWriter } from "#sheet/csv/csv-writer.ts";
import { csvCells, readWorkbook } from "#sheet/sheet-reading.kit.ts";
import type { SheetState, SheetWriter } from "#sheet/sheet-writer.ts";
import type { Row, SheetHead } from "#sheet/sheet.ts";
import { createXlsxWriter } from "#sheet/xlsx/xlsx-writer.ts";
import { createPackingInPieces } from "./packing-in-pieces.ts";

const HEAD: SheetHead = {
  title: "A",
  columns: [
    { kind: "instant", heading: "when" },
    { kind: "text", heading: "what" },
  ],
};
const ABOUT = { title: "B", lines: [["c", "d"]], view: "?instance=e" } as const;
const LIMITS = { rows: 20, characters: 1e9 };

const WRITERS = {
  csv: (state?: SheetState) => createCsvWriter(HEAD, state),
  xlsx: (state?: SheetState) =>
    createXlsxWriter(HEAD, state, { packing: createPackingInPieces, limits: LIMITS }),
} as const;

/** In the hour that clocks show twice, too: each offset is a style of the workbook. */
const row = fc
  .record({
    offset: fc.constantFrom("", " UTC-04:00", " UTC-05:00"),
    text: fc.string({ maxLength: 40 }),
  })
  .map(({ offset, text }): Row => [
    { kind: "instant", text: `2026-11-01 01:30:00${offset}` },
    { kind: "text", text },
  ]);
const batches = fc.array(fc.array(row, { maxLength: 15 }), { maxLength: 6 });

/** As another process would do it, to which what was written is told as JSON. */
function inOneGo(made: (state?: SheetState) => SheetWriter, all: readonly Row[][]): Buffer {
  const writer = made();
  return Buffer.concat([...all.map(writer.write), writer.end(ABOUT)]);
}
function inTurns(made: (state?: SheetState) => SheetWriter, all: readonly Row[][]): Buffer {
  let state: string | undefined;
  const next = () => made(state === undefined ? undefined : JSON.parse(state));
  const pieces = all.map((rows) => {
    const writer = next();
    const piece = writer.write(rows);
    state = JSON.stringify(writer.state());
    return piece;
  });
  return Buffer.concat([...pieces, next().end(ABOUT)]);
}

test.each(Object.entries(WRITERS))(
  "%s that others go on with is byte by byte the same",
  (_name, made) => {
    fc.assert(
      fc.property(batches, (all) => {
        expect(inTurns(made, all).equals(inOneGo(made, all))).toBe(true);
      }),
    );
  },
);

test("what several have written is read as one, through sheets that are full", async () => {
  const texts = Array.from({ length: 90 }, (_, at) => `n${at}`);
  const rows = texts.map((text): Row => [undefined, { kind: "text", text }]);
  const all = [rows.slice(0, 7), rows.slice(7, 50), [], rows.slice(50)];
  const cells = csvCells(inTurns(WRITERS.csv, all));
  expect(cells.slice(1, 91).map(([, text]) => text)).toEqual(texts);
  const { worksheets } = await readWorkbook(inTurns(WRITERS.xlsx, all));
  const read = worksheets.slice(0, -1).flatMap((sheet) => sheet.getColumn(2).values.slice(2));
  expect(read).toEqual(texts);
  expect(worksheets.map(({ name }) => name)).toEqual([
    "A",
    "A (2)",
    "A (3)",
    "A (4)",
    "A (5)",
    "B",
  ]);
});
