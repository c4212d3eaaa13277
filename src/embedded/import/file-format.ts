import { ImportError } from "./import-error.ts";

export type FileFormat = "json" | "table" | "parquet";

/** By the first bytes: what needs another program first. */
const FOREIGN: readonly { readonly magic: string; readonly words: string }[] = [
  {
    magic: "PK\x03\x04",
    words: "is a workbook or a ZIP archive. Save its sheet as CSV (UTF-8), or unpack it",
  },
  { magic: "\xd0\xcf\x11\xe0", words: "is a workbook. Save its sheet as CSV (UTF-8)" },
  { magic: "\x28\xb5\x2f\xfd", words: "is packed by zstd. Unpack it" },
  { magic: "BZh", words: "is packed by bzip2. Unpack it" },
  { magic: "\xfd7zXZ", words: "is packed by xz. Unpack it" },
  { magic: "7z\xbc\xaf", words: "is a 7-Zip archive. Unpack it" },
  { magic: "<", words: "is XML or HTML. Export the calls as CSV or JSON" },
];

const PARQUET_MAGIC = "PAR1";
const NAMED: readonly { readonly ending: RegExp; readonly format: FileFormat }[] = [
  { ending: /\.(json|jsonl|ndjson)(\.gz)?$/i, format: "json" },
  { ending: /\.(csv|tsv)(\.gz)?$/i, format: "table" },
  { ending: /\.parquet$/i, format: "parquet" },
];

/** @throws ImportError where the file needs another program first, by its first bytes */
export function refuseForeign(file: string, head: Buffer): void {
  const begin = head.subarray(0, 1000).toString("latin1").trimStart();
  const foreign = FOREIGN.find(({ magic }) => begin.startsWith(magic));
  if (foreign !== undefined) throw new ImportError(`${file} ${foreign.words}, and import that.`);
}

/**
 * The format of a file, by how it begins; where that says nothing, by its name.
 *
 * @param head the first bytes of what is in the file
 * @throws ImportError where it is none that can be read
 */
export function formatOf(file: string, head: Buffer): FileFormat {
  const bytes = head.toString("latin1");
  if (bytes.startsWith(PARQUET_MAGIC)) return "parquet";
  refuseForeign(file, head);
  const text = bytes.trimStart();
  const named = NAMED.find(({ ending }) => ending.test(file))?.format;
  if (named !== "parquet" && /^[{[]/.test(text)) return "json";
  return named ?? (text === "" ? "json" : "table");
}
