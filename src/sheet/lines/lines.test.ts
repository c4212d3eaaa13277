import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { Row, SheetHead } from "#sheet/sheet.ts";
import { markdownText } from "./markdown-text.ts";
import { tsvText } from "./tsv-text.ts";

const HEAD: SheetHead = {
  title: "Calls",
  columns: [
    { kind: "text", heading: "Caller" },
    { kind: "seconds", heading: "Talk" },
  ],
};
const ROWS: Row[] = [
  [
    { kind: "text", text: "138****5678 a|b\nc" },
    { kind: "seconds", seconds: 61, text: "1:01" },
  ],
  [{ kind: "text", text: "02155500100" }, undefined],
];

test("TSV keeps a value in its cell, and numbers as text", () => {
  const text = tsvText(HEAD, ROWS);
  expect(parse(text, { delimiter: "\t", quote: null })).toEqual([
    ["Caller", "Talk"],
    ["138****5678 a|b c", "1:01"],
    ['="02155500100"', ""],
  ]);
});

test("Markdown says a text as it is, with figures at the right edge", () => {
  expect(markdownText(HEAD, ROWS).split("\n")).toEqual([
    "| Caller | Talk |",
    "| --- | ---: |",
    String.raw`| 138\*\*\*\*5678 a\|b c | 1:01 |`,
    "| 02155500100 |  |",
  ]);
});
