import { RECORD_FIELD_NAMES, type RecordField } from "#contract/record-fields.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import { REQUIRED_FIELDS, ruleOf } from "./import-rules.ts";
import { readLines } from "./read-lines.ts";

/** A line that cannot be imported. The reason names fields, never values: they are people's. */
export interface BadLine {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

export interface BadLines {
  /** The first of them. */
  readonly shown: readonly BadLine[];
  /** How many there are in all. */
  readonly count: number;
}

/** A line must fit into DuckDB's buffer, which holds two objects of its default limit of 16 MiB. */
const LONGEST_LINE_BYTES = 32 * 1024 * 1024 - 8;

const NAMES = new Set<string>(RECORD_FIELD_NAMES.map(wireName));

type Fields = Readonly<Record<string, unknown>>;

/** The object of a line, or why there is none. */
function parseLine(text: string | undefined): Fields | string {
  if (text === undefined) return "is not UTF-8";
  if (Buffer.byteLength(text) > LONGEST_LINE_BYTES) return "is longer than 32 MiB";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "is not JSON";
  }
  // JSON.stringify escapes half a surrogate pair and nothing else of that form; no UTF-8 has it.
  if (/\\ud[89a-f]/i.test(text) && /\\ud[89a-f]/.test(JSON.stringify(value)))
    return "holds half a character (a lone surrogate)";
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? // What JSON.parse gives is an object of own properties.
      (value as Fields)
    : "is not a JSON object";
}

const valueOf = (fields: Fields, field: RecordField): unknown => {
  const name = wireName(field);
  return Object.hasOwn(fields, name) && fields[name] !== "" ? fields[name] : undefined;
};

/** Why a line cannot be imported; undefined if it can. */
export function faultOf(text: string | undefined): string | undefined {
  const fields = parseLine(text);
  if (typeof fields === "string") return fields;
  const faults = RECORD_FIELD_NAMES.flatMap((field) => {
    const value = valueOf(fields, field) ?? undefined;
    if (value === undefined)
      return REQUIRED_FIELDS.some((name) => name === field)
        ? [`${wireName(field)} is missing`]
        : [];
    const rule = ruleOf(field);
    return rule.isGood(value) ? [] : [`${wireName(field)} ${rule.words}`];
  });
  return faults.length > 0 ? faults.join(", ") : undefined;
}

export async function findBadLines(files: readonly string[], show: number): Promise<BadLines> {
  const shown: BadLine[] = [];
  let count = 0;
  for (const file of files)
    for await (const { number, text } of readLines(file)) {
      if (text !== undefined && text.trim() === "") continue;
      const reason = faultOf(text);
      if (reason === undefined) continue;
      count += 1;
      if (shown.length < show) shown.push({ file, line: number, reason });
    }
  return { shown, count };
}

/** Lines read for {@link findUnknownFields}: what an exporter adds, it adds from the start. */
const LINES_LOOKED_AT = 1000;

/** Names at the beginning of the files that are no field of a call record. */
export async function findUnknownFields(files: readonly string[]): Promise<readonly string[]> {
  const unknown = new Set<string>();
  for (const file of files)
    for await (const { number, text } of readLines(file)) {
      if (number > LINES_LOOKED_AT) break;
      const fields = parseLine(text);
      if (typeof fields === "string") continue;
      for (const name of Object.keys(fields)) if (!NAMES.has(name)) unknown.add(name);
    }
  return [...unknown];
}
