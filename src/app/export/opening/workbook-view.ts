import { readZipDirectory, readZipText } from "./zip-entry.ts";

/** Names the cell of a workbook, in whichever sheet, that holds the view. */
const VIEW_NAME = "callscope_view";

/** The link in a workbook of ours, also in one that a spreadsheet has saved since; undefined where there is none. */
export async function workbookView(file: Blob): Promise<string | undefined> {
  const directory = await readZipDirectory(file);
  if (directory === undefined) return undefined;
  const read = (name: string) => readZipText(file, directory, name);
  const workbook = (await read("xl/workbook.xml")) ?? "";
  const named = elements(workbook, "definedName").find(({ name }) => name === VIEW_NAME);
  const place = named && placeOf(plain(named.text));
  if (place === undefined) return undefined;
  const sheet = elements(workbook, "sheet").find(({ name }) => plain(name) === place.sheet);
  const relations = elements((await read("xl/_rels/workbook.xml.rels")) ?? "", "Relationship");
  const target = relations.find(({ Id }) => Id === sheet?.["r:id"])?.["Target"] ?? "";
  const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
  const cell = elements((await read(path)) ?? "", "c").find(({ r }) => r === place.cell);
  if (cell === undefined) return undefined;
  if (cell["t"] !== "s") return cellText(cell.text);
  // A spreadsheet keeps each text once, in a file of its own.
  const texts = elements((await read("xl/sharedStrings.xml")) ?? "", "si");
  return cellText(texts[Number(elements(cell.text, "v")[0]?.text)]?.text ?? "");
}

/** `'a sheet'!$B$5` */
function placeOf(reference: string): { sheet: string; cell: string } | undefined {
  const [, quoted, bare = "", column = "", row = ""] =
    /^(?:'(.+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)$/.exec(reference) ?? [];
  if (row === "") return undefined;
  return { sheet: quoted?.replaceAll("''", "'") ?? bare, cell: column + row };
}

const cellText = (xml: string) =>
  elements(xml, "t")
    .map(({ text }) => plain(text))
    .join("");

type Element = Readonly<Record<string, string>> & { readonly text: string };

/** The elements of a name, of which none is in another, with attributes. The text is as it stands in the file. */
function elements(xml: string, name: string): readonly Element[] {
  const pattern = new RegExp(
    `<(?:\\w+:)?${name}((?:\\s+[\\w:]+\\s*=\\s*(?:"[^"]*"|'[^']*'))*)\\s*(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`,
    "g",
  );
  return [...xml.matchAll(pattern)].map(([, attributes = "", text = ""]) => ({
    ...Object.fromEntries(
      [...attributes.matchAll(/([\w:]+)\s*=\s*(["'])(.*?)\2/gs)].map(
        ([, key = "", , value = ""]) => [key, value],
      ),
    ),
    text,
  }));
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function plain(xml: string | undefined): string {
  return (xml ?? "").replaceAll(/&(?:#(x?)([\da-fA-F]+)|(\w+));/g, (whole, hex, digits, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = Number.parseInt(digits, hex === "x" ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
