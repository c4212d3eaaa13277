import { isAscii, isUtf8 } from "node:buffer";

/** What a file of text is written in. */
export type TextEncoding = "UTF-8" | "UTF-16" | "GB18030";

/** As `TextDecoder` calls them. */
const MARKS = {
  "utf-16le": Buffer.from([0xff, 0xfe]),
  "utf-16be": Buffer.from([0xfe, 0xff]),
} as const;

export const UTF_8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Whether bytes begin with a mark. */
export function startsWith(head: Buffer, mark: Buffer): boolean {
  return head.subarray(0, mark.length).equals(mark);
}

/** Every file of records begins with ASCII: in UTF-16 without a mark one of its first two bytes is 0. */
function utf16Of(head: Buffer): keyof typeof MARKS | undefined {
  if (startsWith(head, MARKS["utf-16le"])) return "utf-16le";
  if (startsWith(head, MARKS["utf-16be"])) return "utf-16be";
  const [first, second] = head;
  if (head.length < 4 || first === second) return undefined;
  return second === 0 ? "utf-16le" : first === 0 ? "utf-16be" : undefined;
}

/** Two bytes of GB18030; common characters have both in the upper half. */
const COMMON = /[\xa1-\xf7][\xa1-\xfe]/g;
const PAIR = /[\x81-\xfe][\x40-\x7e\x80-\xfe]/g;

/**
 * Whether bytes that are no UTF-8 are Chinese in GB18030. Most bytes of any encoding are some pair of
 * it; of Chinese nearly all pairs are common ones.
 */
function isGb18030(bytes: Buffer): boolean {
  try {
    new TextDecoder("gb18030", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return false;
  }
  const text = bytes.toString("latin1");
  const pairs = text.match(PAIR)?.length ?? 0;
  return (text.match(COMMON)?.length ?? 0) >= 0.75 * pairs;
}

/** UTF-8, of which the last character may be cut. */
function isBegunUtf8(bytes: Buffer): boolean {
  const cuts = [0, 1, 2, 3];
  return cuts.some((cut) => isUtf8(bytes.subarray(0, bytes.length - cut)));
}

/** One encoding for all of a file, found in the part of it that shows one. */
export interface EncodingFound {
  readonly encoding: TextEncoding;
  /** As `TextDecoder` calls it. */
  readonly label: string;
}

/**
 * The encoding of a file by a part of it; undefined where the part is ASCII, which may go on as any.
 *
 * @param isHead whether the part is the file's beginning
 */
export function encodingOf(part: Buffer, isHead: boolean): EncodingFound | undefined {
  const utf16 = isHead ? utf16Of(part) : undefined;
  if (utf16 !== undefined) return { encoding: "UTF-16", label: utf16 };
  if (isAscii(part)) return undefined;
  return !isBegunUtf8(part) && isGb18030(part)
    ? { encoding: "GB18030", label: "gb18030" }
    : { encoding: "UTF-8", label: "utf-8" };
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** Whether lines end as on old Macs, with a carriage return alone. */
export function hasOldBreaks(head: Buffer): boolean {
  return head.includes(RETURN) && !head.includes(LINE_FEED);
}

function withNewBreaks(text: Buffer): Buffer {
  return Buffer.from(text.map((byte) => (byte === RETURN ? LINE_FEED : byte)));
}

/** Enough to know an encoding by. */
const PORTION_BYTES = 65_536;

async function* inPortions(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length < PORTION_BYTES) continue;
    yield Buffer.concat(parts);
    parts = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(parts);
}

/**
 * A file of text as UTF-8 without a mark, its lines ended by line feeds, with or without a carriage
 * return before them.
 *
 * @param onFound told the encoding, once, unless all of the file is ASCII
 * @throws TypeError where it does not go on in the encoding in which it began
 */
export async function* toUtf8(
  chunks: AsyncIterable<Buffer>,
  onFound: (encoding: TextEncoding) => void,
): AsyncGenerator<Buffer> {
  let found: EncodingFound | undefined;
  let decoder: TextDecoder | undefined;
  let isHead = true;
  let isOld = false;
  for await (const portion of inPortions(chunks)) {
    if (found === undefined) {
      found = encodingOf(portion, isHead);
      if (found !== undefined) onFound(found.encoding);
      if (found !== undefined && found.encoding !== "UTF-8")
        decoder = new TextDecoder(found.label, { fatal: true });
    }
    let text = decoder ? Buffer.from(decoder.decode(portion, { stream: true })) : portion;
    if (isHead) {
      if (startsWith(text, UTF_8_MARK)) text = text.subarray(UTF_8_MARK.length);
      isOld = hasOldBreaks(text);
    }
    yield isOld ? withNewBreaks(text) : text;
    isHead = false;
  }
  // Throws where the last character was cut.
  decoder?.decode();
}
