import { createReadStream } from "node:fs";

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Undefined where the bytes are not UTF-8. */
  readonly text: string | undefined;
}

const LINE_FEED = 0x0a;

/**
 * The lines of a file. Only a line feed ends a line: node:readline would also end one at U+2028,
 * which JSON allows within a text. A carriage return before it and a byte order mark are left out.
 */
export async function* readLines(file: string): AsyncGenerator<Line> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const decode = (bytes: Buffer) => {
    try {
      return decoder.decode(bytes).replace(/\r$/, "");
    } catch {
      return undefined;
    }
  };
  let number = 1;
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      const text = decode(Buffer.concat([...rest, chunk.subarray(from, at)]));
      yield { number, text: number === 1 ? text?.replace(/^\uFEFF/, "") : text };
      number += 1;
      rest = [];
      from = at + 1;
    }
    rest.push(chunk.subarray(from));
  }
  const text = decode(Buffer.concat(rest));
  if (text !== "") yield { number, text: number === 1 ? text?.replace(/^\uFEFF/, "") : text };
}
