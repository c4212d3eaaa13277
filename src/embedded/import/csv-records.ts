import { readLines, type Line } from "./read-lines.ts";
import { isBlank } from "./trim.ts";

export interface CsvRecord {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly values: readonly string[];
  /** Completes "The record …" where it cannot be read. */
  readonly fault?: string | undefined;
}

export type Delimiter = "," | "\t" | ";" | "|";

export interface CsvRequest {
  readonly delimiter: Delimiter;
  readonly signal?: AbortSignal | undefined;
}

/** DuckDB's limit. */
const LONGEST_RECORD = {
  longestBytes: 2_000_000,
  tooLong: "is longer than 2 MB (or a quote is left open)",
};

/**
 * Where in a value the reader is: before it (spaces may come before a quote), in one without quotes,
 * within quotes, right behind a quote, which ends the value or is the first of two, or further on.
 */
type State = "before" | "plain" | "quoted" | "behind" | "ended";

/** One record, which takes its lines as they come. */
class RecordReader {
  readonly line: number;
  readonly values: string[] = [];
  fault: string | undefined;
  #length = 0;
  #value = "";
  #state: State = "before";
  readonly #delimiter: string;

  constructor(line: number, delimiter: string) {
    this.line = line;
    this.#delimiter = delimiter;
  }

  /** @returns whether the record goes on in the next line */
  takeLine({ text, fault }: Line): boolean {
    const hasReturn = text.endsWith("\r");
    for (const char of hasReturn ? text.slice(0, -1) : text) this.#take(char);
    this.#length += Buffer.byteLength(text) + 1;
    if (this.#length > LONGEST_RECORD.longestBytes) this.fault = LONGEST_RECORD.tooLong;
    this.fault ??= fault;
    if (this.#state === "quoted" && this.fault !== LONGEST_RECORD.tooLong) {
      this.#value += hasReturn ? "\r\n" : "\n";
      return true;
    }
    this.#endValue();
    return false;
  }

  #endValue(): void {
    this.values.push(this.#value);
    this.#value = "";
    this.#state = "before";
  }

  #take(char: string): void {
    if (this.#state === "quoted") {
      if (char === '"') this.#state = "behind";
      else this.#value += char;
    } else if (char === this.#delimiter) this.#endValue();
    else if (this.#state === "behind" || this.#state === "ended") this.#takeBehind(char);
    else if (this.#state === "before" && char === '"') {
      this.#value = "";
      this.#state = "quoted";
    } else {
      if (char === "\r") this.fault ??= "has a carriage return outside quotes: save the file anew";
      if (char !== " ") this.#state = "plain";
      this.#value += char;
    }
  }

  #takeBehind(char: string): void {
    if (char === '"' && this.#state === "behind") {
      this.#value += '"';
      this.#state = "quoted";
      return;
    }
    if (char !== " ") this.fault ??= "has text behind a closing quote";
    this.#state = "ended";
  }
}

/**
 * The records of a CSV file (RFC 4180), the header among them, those of blanks alone left out. Slower
 * than DuckDB and asked only where that stumbles: it knows the lines, says what is wrong, and lets
 * lines end one way or the other.
 */
export async function* readCsv(
  path: string,
  { delimiter, signal }: CsvRequest,
): AsyncGenerator<CsvRecord> {
  let open: RecordReader | undefined;
  for await (const line of readLines(path, { ...LONGEST_RECORD, signal })) {
    const record: RecordReader = open ?? new RecordReader(line.number, delimiter);
    open = record.takeLine(line) ? record : undefined;
    if (open !== undefined || (record.fault === undefined && record.values.every(isBlank)))
      continue;
    yield { line: record.line, values: record.values, fault: record.fault };
  }
  if (open !== undefined)
    yield { line: open.line, values: [], fault: "has a quote that is never closed" };
}
