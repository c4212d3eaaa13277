import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { Row, SheetHead } from "#sheet/sheet.ts";
import { markdownText } from "./markdown-text.ts";
import { pastedText } from "./pasted-text.ts";
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

test.each([
  ["0:09", 9, "0:00:09"],
  ["4:31", 271, "0:04:31"],
  ["27:03:05", 97_385, "27:03:05"],
  ["-0:05", -5, '="-0:05"'],
])("%s is pasted as that length, and not as hours", (text, seconds, pasted) => {
  expect(pastedText({ kind: "seconds", seconds, text })).toBe(pasted);
});

test.each([
  ['"=1+2', '="""=1+2"'],
  ['"abc', '="""abc"'],
  [' "a" b', '=" ""a"" b"'],
])("%s is pasted with its quotes, which a spreadsheet would take away", (text, pasted) => {
  expect(pastedText({ kind: "text", text })).toBe(pasted);
});

test("TSV keeps a value in its cell, and numbers as text", () => {
  const text = tsvText(HEAD, ROWS);
  expect(parse(text, { delimiter: "\t", quote: null })).toEqual([
    ["Caller", "Talk"],
    ["138****5678 a|b c", "0:01:01"],
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
