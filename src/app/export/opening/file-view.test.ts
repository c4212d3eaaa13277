import { DOMParser, ParseError } from "@xmldom/xmldom";
import { Workbook } from "exceljs";
import { strToU8, zipSync } from "fflate";
import { beforeAll, expect, test, vi } from "vitest";
import { createCsvWriter } from "#sheet/csv/csv-writer.ts";
import { wholeSheet } from "#sheet/sheet-writer.ts";
import type { SheetHead } from "#sheet/sheet.ts";
import { createXlsxWriter } from "#sheet/xlsx/xlsx-writer.ts";
import { fileView } from "./file-view.ts";

// A browser has one, which tells in the document that a text is no XML.
beforeAll(() => {
  class BrowserParser extends DOMParser {
    override parseFromString(text: string, type: string) {
      try {
        return super.parseFromString(text, type);
      } catch (error) {
        if (!(error instanceof ParseError)) throw error;
        return super.parseFromString("<parsererror/>", type);
      }
    }
  }
  vi.stubGlobal("DOMParser", BrowserParser);
});

const LINK = "?instance=ccc-a&from=1&to=2&type=Inbound,Outbound&q=%22%26%3C";

const HEAD: SheetHead = {
  title: "通话记录",
  columns: [
    { kind: "text", heading: "主叫号码" },
    { kind: "text", heading: "通话类型" },
  ],
};
const ABOUT = { title: "关于此文件", lines: [["筛选条件", `"?a=1" <&>`]] as const, view: LINK };

/** A file as it is exported. */
function ours(format: "csv" | "xlsx", rows = 10): Blob {
  const writer = (format === "csv" ? createCsvWriter : createXlsxWriter)(HEAD);
  const texts = Array.from({ length: rows }, (_, row) => [
    { kind: "text" as const, text: `?${row}` },
    { kind: "text" as const, text: "呼入" },
  ]);
  return new Blob(wholeSheet(writer, texts, ABOUT).map((piece) => new Uint8Array(piece)));
}

/** A workbook as another program saves it: each text once, in a file of its own. */
async function workbook(link: string | undefined, rows = 10): Promise<Blob> {
  const book = new Workbook();
  const calls = book.addWorksheet("通话记录");
  for (let row = 0; row < rows; row += 1) calls.addRow([`?${row}`, row]);
  const about = book.addWorksheet("关于 'this' file");
  about.addRow(["筛选", "全部 & <all>"]);
  const row = about.addRow(["链接", link]);
  if (link !== undefined) row.getCell(2).name = "callscope_view";
  return new Blob([new Uint8Array(await book.xlsx.writeBuffer())]);
}

/** A workbook of these parts. */
function parts(files: Readonly<Record<string, string>>): Blob {
  return new Blob([new Uint8Array(zipSync(mapValues(files)))]);
}
const mapValues = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));

const STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const WORKBOOK = `<x:workbook xmlns:x="urn:x" xmlns:a="${STRICT}"><x:sheets><x:sheet name="s" a:id="1"/></x:sheets>
  <x:definedNames><x:definedName name="callscope_view">s!$A$1</x:definedName></x:definedNames></x:workbook>`;
const RELATIONS = `<Relationships><Relationship Id='1' Target='/xl/one.xml'/></Relationships>`;
const SHEET = `<c xmlns="urn:y" r="A1" t="inlineStr"><is><t>?a=1</t><t>&amp;b=&#x32;</t></is></c>`;
const WHOLE = {
  "xl/workbook.xml": WORKBOOK,
  "xl/_rels/workbook.xml.rels": RELATIONS,
  "xl/one.xml": SHEET,
};

/** As of a disk: it notes what of it is read. */
class ReadBlob extends Blob {
  read = 0;
  override slice(start?: number, end?: number): Blob {
    const part = super.slice(start, end);
    this.read += part.size;
    return part;
  }
}

test.each(["csv", "xlsx"] as const)("a %s that was exported tells its view", async (format) => {
  expect(await fileView(ours(format))).toBe(LINK);
});

test("so does a workbook that another program has saved since", async () => {
  expect(await fileView(await workbook(LINK))).toBe(LINK);
});

test.each(["csv", "xlsx"] as const)(
  "of a large %s the end is read, and what it names",
  async (format) => {
    const file = new ReadBlob([ours(format, 100_000)]);
    expect(await fileView(file)).toBe(LINK);
    expect(file.size).toBeGreaterThan(400_000);
    expect(file.read).toBeLessThan(100_000);
  },
);

test("a CSV that a spreadsheet has saved since has it still", async () => {
  const columns = ",".repeat(30);
  expect(await fileView(new Blob([`a,b\n"# callscope-view: ${LINK}"${columns}\n`]))).toBe(LINK);
  expect(await fileView(new Blob([`a,b\n# callscope-view: ${LINK}\n\n`]))).toBe(LINK);
});

test("whichever prefixes, quotes and namespaces a program writes", async () => {
  expect(await fileView(parts(WHOLE))).toBe("?a=1&b=2");
});

test.each([
  ["a part that is no XML", { ...WHOLE, "xl/one.xml": SHEET.replace("</c>", "") }],
  [
    "a workbook that is no XML",
    { ...WHOLE, "xl/workbook.xml": WORKBOOK.replace("</x:sheets>", "") },
  ],
  ["a relation to nothing", { ...WHOLE, "xl/_rels/workbook.xml.rels": "<Relationships/>" }],
  ["a text that is not there", { ...WHOLE, "xl/one.xml": '<c r="A1" t="s"><v>7</v></c>' }],
])("of a workbook with %s there is none", async (_what, files) => {
  expect(await fileView(parts(files))).toBeUndefined();
});

test.each([
  ["nothing", () => new Blob([])],
  ["a CSV of others", () => new Blob(["a,b\n1,2\n"])],
  ["a link in a cell of a call", () => new Blob([`a,b\nx,# callscope-view: ${LINK}\n`])],
  ["a workbook of others", () => workbook(undefined)],
  ["a zip that was cut", async () => (await workbook(LINK)).slice(0, 2000)],
  ["a picture", () => new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 255, 128)])],
])("of %s there is none", async (_what, make) => {
  expect(await fileView(await make())).toBeUndefined();
});
