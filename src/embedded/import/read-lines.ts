import { createReadStream } from "node:fs";

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without the line feed; what is no UTF-8 is replaced. Empty where the line is too long. */
  readonly text: string;
  /** Completes "The line …" where it cannot be read as it is. */
  readonly fault?: string;
}

export interface LinesRequest {
  readonly longestBytes: number;
  /** Said of a longer line. */
  readonly tooLong: string;
  /** Aborted, reading ends with its reason. */
  readonly signal?: AbortSignal | undefined;
}

const LINE_FEED = 0x0a;

/** Completes "The line …". */
export const NOT_UTF_8 = "is not UTF-8: save the file as UTF-8";

function createDecoder(): (bytes: Buffer) => Pick<Line, "text" | "fault"> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return (bytes) => {
    try {
      return { text: decoder.decode(bytes) };
    } catch {
      return { text: bytes.toString("utf8"), fault: NOT_UTF_8 };
    }
  };
}

/**
 * The lines of a file. Only a line feed ends a line: node:readline would also end one at U+2028,
 * which JSON allows within a text. A byte order mark is left out.
 */
export async function* readLines(file: string, request: LinesRequest): AsyncGenerator<Line> {
  const { longestBytes, tooLong, signal } = request;
  const decode = createDecoder();
  let number = 1;
  let parts: Buffer[] = [];
  let length = 0;

  function add(part: Buffer): void {
    length += part.length;
    // What is too long is not kept: it may be a whole file without a line break.
    if (length <= longestBytes) parts.push(part);
    else parts = [];
  }

  function end(): Line {
    const isTooLong = length > longestBytes;
    const decoded = isTooLong ? { text: "", fault: tooLong } : decode(Buffer.concat(parts));
    const line = { number, ...decoded };
    parts = [];
    length = 0;
    number += 1;
    return line.number === 1 ? { ...line, text: line.text.replace(/^\uFEFF/, "") } : line;
  }

  const stream = createReadStream(file, { signal, highWaterMark: 1 << 20 });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, at));
      yield end();
      from = at + 1;
    }
    add(chunk.subarray(from));
  }
  if (length > 0) yield end();
}
