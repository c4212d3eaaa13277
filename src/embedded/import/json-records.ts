import { createReadStream } from "node:fs";
import { JsonSplitter, type JsonPiece } from "./json-splitter.ts";
import { parseObject } from "./parse-json.ts";
import { NOT_UTF_8, readLines } from "./read-lines.ts";
import type { FileRecord } from "./record-file.ts";

/** DuckDB's default limit, up to which it surely reads a line. */
const LONGEST_LINE = { longestBytes: 16 * 1024 * 1024, tooLong: "is longer than 16 MiB" };

/**
 * How JSON is laid out: every line by itself, so that a bad one spoils no other; or as a whole, with
 * objects over several lines, or in a list.
 */
export type JsonLayout = "lines" | "whole";

function allPieces(text: string): { pieces: readonly JsonPiece[]; isDone: boolean } {
  const splitter = new JsonSplitter();
  const pieces = [...splitter.take(text)];
  return { pieces, isDone: splitter.isDone };
}

/** @param head the beginning of the text */
export function layoutOf(head: string): JsonLayout {
  const [line = ""] = head.trimStart().split("\n", 1);
  const first = allPieces(line);
  if (first.isDone && first.pieces.length === 1) return "lines";
  const [piece] = allPieces(head).pieces;
  // What fails before it has one object is no JSON as a whole: then its lines are named one by one.
  return piece !== undefined && "fault" in piece ? "lines" : "whole";
}

export interface JsonRecord {
  readonly record: FileRecord;
  /** Whether it is an object on a line of its own, with nothing around it. */
  readonly isLine: boolean;
}

function recordOf(piece: JsonPiece): FileRecord {
  const place = { line: piece.line };
  return "fault" in piece ? { place, fault: piece.fault } : { place, ...parseObject(piece.text) };
}

async function* readByLine(
  path: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<JsonRecord> {
  for await (const { number, text, fault } of readLines(path, { ...LONGEST_LINE, signal })) {
    if (fault !== undefined) {
      yield { record: { place: { line: number }, fault }, isLine: true };
      continue;
    }
    const splitter = new JsonSplitter(number);
    for (const piece of [...splitter.take(text), ...splitter.end()])
      yield {
        record: recordOf(piece),
        isLine: "text" in piece && piece.text.length === text.trim().length,
      };
  }
}

async function* readAsWhole(
  path: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<JsonRecord> {
  const one = (piece: JsonPiece) => ({ record: recordOf(piece), isLine: false });
  const splitter = new JsonSplitter();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const stream = createReadStream(path, { signal, highWaterMark: 1 << 20 });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch {
      for (const piece of splitter.stop(NOT_UTF_8)) yield one(piece);
      return;
    }
    for (const piece of splitter.take(text)) yield one(piece);
  }
  for (const piece of splitter.end()) yield one(piece);
}

/** The records of a JSON file in whatever layout, with the line in which each begins. */
export function readJsonRecords(
  path: string,
  { layout, signal }: { layout: JsonLayout; signal?: AbortSignal | undefined },
): AsyncGenerator<JsonRecord> {
  return layout === "lines" ? readByLine(path, signal) : readAsWhole(path, signal);
}
