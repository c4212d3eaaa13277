import { readZipDirectory, readZipText } from "./zip-entry.ts";

/** Names the cell of a workbook, in whichever sheet, that holds the view. */
const VIEW_NAME = "callscope_view";

/** The link in a workbook of ours, also in one that a spreadsheet has saved since; undefined where there is none. */
export async function workbookView(file: Blob): Promise<string | undefined> {
  const directory = await readZipDirectory(file);
  if (directory === undefined) return undefined;
  const read = async (name: string) => parsed((await readZipText(file, directory, name)) ?? "");
  const workbook = await read("xl/workbook.xml");
  const named = elements(workbook, "definedName").find((one) => valueOf(one, "name") === VIEW_NAME);
  const place = placeOf(named?.textContent ?? "");
  if (place === undefined) return undefined;
  const sheet = elements(workbook, "sheet").find((one) => valueOf(one, "name") === place.sheet);
  const relations = elements(await read("xl/_rels/workbook.xml.rels"), "Relationship");
  const id = sheet && relationOf(sheet);
  const relation = relations.find((one) => valueOf(one, "Id") === id);
  const target = relation === undefined ? "" : valueOf(relation, "Target");
  const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
  const cell = elements(await read(path), "c").find((one) => valueOf(one, "r") === place.cell);
  if (cell === undefined) return undefined;
  if (valueOf(cell, "t") !== "s") return textOf(cell);
  // A spreadsheet keeps each text once, in a file of its own.
  const nth = Number(elements(cell, "v")[0]?.textContent);
  const text = elements(await read("xl/sharedStrings.xml"), "si")[nth];
  return text && textOf(text);
}

/** `'a sheet'!$B$5` */
function placeOf(reference: string): { sheet: string; cell: string } | undefined {
  const [, quoted, bare = "", column = "", row = ""] =
    /^(?:'(.+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)$/.exec(reference) ?? [];
  if (row === "") return undefined;
  return { sheet: quoted?.replaceAll("''", "'") ?? bare, cell: column + row };
}

/** Undefined where it is no XML. */
function parsed(xml: string): Document | undefined {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  return elements(document, "parsererror").length === 0 ? document : undefined;
}

/** The elements of a name, whichever prefix a program gives it. */
const elements = (within: Document | Element | undefined, name: string): Element[] =>
  Array.from(within?.getElementsByTagNameNS("*", name) ?? []);

const valueOf = (element: Element, name: string) => element.getAttribute(name) ?? "";

/** What leads from a sheet to its file. Its namespace has two names, of which a program uses one. */
const relationOf = (sheet: Element) =>
  Array.from(sheet.attributes).find((one) => one.localName === "id" && one.namespaceURI !== null)
    ?.value;

const textOf = (element: Element) =>
  elements(element, "t")
    .map(({ textContent }) => textContent)
    .join("");
