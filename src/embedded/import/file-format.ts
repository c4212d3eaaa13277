import { ImportError } from "./import-error.ts";

export type FileFormat = "jsonl" | "csv" | "tsv" | "parquet";

const BY_ENDING: Readonly<Record<string, FileFormat>> = {
  jsonl: "jsonl",
  ndjson: "jsonl",
  json: "jsonl",
  csv: "csv",
  tsv: "tsv",
  parquet: "parquet",
};

const PARQUET_MAGIC = "PAR1";
const UTF_16_MARKS = ["\xff\xfe", "\xfe\xff"];

/** By what is in the file. The first row of a table names the contact id. */
function formatOfContent(text: string): FileFormat | undefined {
  const begin = text.trimStart();
  if (begin === "" || begin.startsWith("{")) return "jsonl";
  const [row = ""] = begin.split("\n");
  if (!row.includes("ContactId")) return undefined;
  return row.includes("\t") ? "tsv" : "csv";
}

/**
 * The format of a file, by its name; where that says nothing, by how it begins.
 *
 * @param head the first bytes of what is in the file
 * @throws ImportError where it is none of them
 */
export function formatOf(file: string, head: Buffer): FileFormat {
  const bytes = head.toString("latin1");
  if (bytes.startsWith(PARQUET_MAGIC)) return "parquet";
  if (UTF_16_MARKS.some((mark) => bytes.startsWith(mark)))
    throw new ImportError(`${file} is UTF-16. Save it as UTF-8.`);
  const text = head.toString("utf8").replace(/^\uFEFF/, "");
  const ending = /\.([a-z]+)(?:\.gz)?$/i.exec(file)?.[1]?.toLowerCase() ?? "";
  const format = BY_ENDING[ending] ?? formatOfContent(text);
  if (format === undefined)
    throw new ImportError(
      `${file} is neither JSON lines nor Parquet, nor CSV with a first row of the provider's field names.`,
    );
  if (format === "jsonl" && text.trimStart().startsWith("["))
    throw new ImportError(`${file} is one JSON list. Write a record a line, without the list.`);
  return format;
}
