import * as fc from "fast-check";
import { readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import { createCsvWriter } from "./csv/csv-writer.ts";
import {
  CHANGED_TEXTS,
  csvCells,
  readWorkbook,
  sheetOfTexts,
  wholeFile,
} from "./sheet-reading.kit.ts";
import { createXlsxWriter } from "./xlsx/xlsx-writer.ts";

/** What spreadsheets change on opening, and what files break on. */
const HARD_TEXTS = [
  ...CHANGED_TEXTS,
  "12515239414412000123",
  "a\tb",
  "a\nb",
  "a\r\nb",
  "a\rb",
  "\t=1",
  "\n=1",
  'a,"b"',
  '="x"',
  '="',
  "'x",
  " lead and trail ",
  "😀 ⚠︎",
  "_x0041_",
  "_x005F_x0041_",
  "<a>&amp;]]>",
  "#N/A",
  "3 p",
  "5 Mar",
] as const;

/** No file in UTF-8 can hold half a character as it is. */
const wellFormed = fc.string({ unit: "binary", minLength: 1, maxLength: 250 });
const halves = fc
  .array(fc.oneof(fc.integer({ min: 0xd800, max: 0xdfff }), fc.integer({ min: 0, max: 0x7f })), {
    minLength: 1,
    maxLength: 20,
  })
  .map((units) => String.fromCharCode(...units));
const lists = (text: fc.Arbitrary<string>) => fc.array(text, { minLength: 1, maxLength: 30 });

async function throughCsv(texts: readonly string[]): Promise<(string | undefined)[]> {
  const { head, rows } = sheetOfTexts(texts);
  return csvCells(wholeFile(createCsvWriter(head), rows))
    .slice(1)
    .map(([text]) => text);
}

/** exceljs leaves it as Office writes characters that XML has not. */
async function throughXlsx(texts: readonly string[]): Promise<unknown[]> {
  const { head, rows } = sheetOfTexts(texts);
  const workbook = await readWorkbook(wholeFile(createXlsxWriter(head), rows));
  const sheet = workbook.worksheets[0];
  return texts.map((_, at) => sheet?.getRow(at + 2).getCell(1).value);
}

function asOffice(text: unknown): unknown {
  return typeof text === "string"
    ? text.replaceAll(/_x([\dA-F]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}

test("hard texts survive CSV", async () => {
  expect(await throughCsv(HARD_TEXTS)).toEqual(HARD_TEXTS);
});

test("hard texts survive XLSX", async () => {
  expect((await throughXlsx(HARD_TEXTS)).map(asOffice)).toEqual(HARD_TEXTS);
});

test("any text survives CSV", async () => {
  await fc.assert(
    fc.asyncProperty(lists(wellFormed), async (texts) => {
      expect(await throughCsv(texts)).toEqual(texts);
    }),
  );
});

test("any text survives XLSX, with characters that XML has not and halves of some", async () => {
  await fc.assert(
    fc.asyncProperty(lists(fc.oneof(wellFormed, halves)), async (texts) => {
      expect((await throughXlsx(texts)).map(asOffice)).toEqual(texts);
    }),
  );
});

test("another reader of XLSX, which knows Office's way of writing characters, reads any text as it is", async () => {
  const readBack = async (texts: readonly string[]) => {
    const { head, rows } = sheetOfTexts(texts);
    const read = await readSheet(wholeFile(createXlsxWriter(head), rows), { trim: false });
    return read.slice(1).map(([text]) => text);
  };
  expect(await readBack(HARD_TEXTS)).toEqual(HARD_TEXTS);
  await fc.assert(
    fc.asyncProperty(lists(fc.oneof(wellFormed, halves)), async (texts) => {
      expect(await readBack(texts)).toEqual(texts);
    }),
  );
});
