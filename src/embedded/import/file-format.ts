import { ImportError } from "./import-error.ts";

export type FileFormat = "json" | "table" | "parquet";

interface Foreign {
  readonly magic: string;
  /** Where it stands; behind blanks where it is absent. */
  readonly at?: number;
  readonly words: string;
}

const OTHER_COLUMNS = "is of another format of columns. Export the calls as Parquet, CSV or JSON";

/** By the first bytes: what needs another program first. */
const FOREIGN: readonly Foreign[] = [
  {
    magic: "PK\x03\x04",
    words: "is a workbook or a ZIP archive. Save its sheet as CSV (UTF-8), or unpack it",
  },
  { magic: "\xd0\xcf\x11\xe0", words: "is a workbook. Save its sheet as CSV (UTF-8)" },
  { magic: "\x28\xb5\x2f\xfd", words: "is packed by zstd. Unpack it" },
  { magic: "BZh", words: "is packed by bzip2. Unpack it" },
  { magic: "\xfd7zXZ", words: "is packed by xz. Unpack it" },
  { magic: "7z\xbc\xaf", words: "is a 7-Zip archive. Unpack it" },
  { magic: "ustar", at: 257, words: "is a tar archive. Unpack it" },
  { magic: "DUCK", at: 8, words: "is a DuckDB database. Export its table as Parquet, CSV or JSON" },
  { magic: "SQLite format 3\0", words: "is an SQLite database. Export its table as CSV or JSON" },
  { magic: "ARROW1", words: OTHER_COLUMNS },
  { magic: "ORC", words: OTHER_COLUMNS },
  { magic: "Obj\x01", words: OTHER_COLUMNS },
  { magic: "%PDF", words: "is a document. Export the calls as CSV or JSON" },
  { magic: "{\\rtf", words: "is a document. Export the calls as CSV or JSON" },
  { magic: "\xff\xfe\0\0", words: "is UTF-32. Save it as UTF-8" },
  { magic: "\0\0\xfe\xff", words: "is UTF-32. Save it as UTF-8" },
  { magic: "<", words: "is XML or HTML. Export the calls as CSV or JSON" },
];

const GZIP_MAGIC = "\x1f\x8b";

const PARQUET_MAGIC = "PAR1";
const NAMED: readonly { readonly ending: RegExp; readonly format: FileFormat }[] = [
  { ending: /\.(json|jsonl|ndjson)(\.gz)?$/i, format: "json" },
  { ending: /\.(csv|tsv)(\.gz)?$/i, format: "table" },
  { ending: /\.parquet$/i, format: "parquet" },
];

/** @throws ImportError where the file needs another program first, by its first bytes */
export function refuseForeign(file: string, head: Buffer): void {
  const bytes = head.subarray(0, 1000).toString("latin1");
  const begin = bytes.trimStart();
  const foreign = FOREIGN.find(({ magic, at }) =>
    at === undefined ? begin.startsWith(magic) : bytes.startsWith(magic, at),
  );
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
  if (bytes.startsWith(GZIP_MAGIC))
    throw new ImportError(`${file} is packed twice. Unpack it once, and import that.`);
  const text = bytes.trimStart();
  const named = NAMED.find(({ ending }) => ending.test(file))?.format;
  if (named !== "parquet" && /^[{[]/.test(text)) return "json";
  return named ?? (text === "" ? "json" : "table");
}
