import { createReadStream } from "node:fs";

/** Before a value, in one without quotes, within quotes, right behind a quote, further on. */
const [BEFORE, PLAIN, QUOTED, BEHIND, ENDED] = [0, 1, 2, 3, 4];
const STATES = 5;

const [QUOTE, SPACE, LINE_FEED, RETURN] = [0x22, 0x20, 0x0a, 0x0d];

/** For each state and byte the state after it. */
function createTable(delimiter: string): Uint8Array {
  const table = new Uint8Array(STATES * 256);
  const ends = new Set([delimiter.charCodeAt(0), LINE_FEED, RETURN]);
  for (let byte = 0; byte < 256; byte += 1) {
    const isEnd = ends.has(byte);
    const isQuote = byte === QUOTE;
    const isSpace = byte === SPACE;
    table[BEFORE * 256 + byte] = isEnd || isSpace ? BEFORE : isQuote ? QUOTED : PLAIN;
    table[PLAIN * 256 + byte] = isEnd ? BEFORE : PLAIN;
    table[QUOTED * 256 + byte] = isQuote ? BEHIND : QUOTED;
    table[BEHIND * 256 + byte] = isEnd ? BEFORE : isQuote ? QUOTED : ENDED;
    table[ENDED * 256 + byte] = isEnd ? BEFORE : ENDED;
  }
  return table;
}

/**
 * Whether a CSV file ends within quotes: it was cut off, or a quote is left open and all that follows
 * is one value. DuckDB takes such a file without a word, and its last records are gone.
 */
export async function endsWithinQuotes(
  path: string,
  delimiter: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const table = createTable(delimiter);
  let state = BEFORE;
  const stream = createReadStream(path, { signal, highWaterMark: 1 << 20 });
  for await (const chunk of stream as AsyncIterable<Buffer>)
    for (let at = 0; at < chunk.length; at += 1)
      // The table has a state for every state and byte, and the chunk a byte at every place.
      state = table[state * 256 + (chunk[at] as number)] as number;
  return state === QUOTED;
}
