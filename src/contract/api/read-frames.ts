import { safeParse } from "zod/mini";
import { exportFrameSchema, type ExportFrame } from "./whole-export.ts";

/** A frame that stands alone, or bytes of the file: what a frame of bytes announces may come in several. */
export type ExportPart = Exclude<ExportFrame, { bytes: number }> | { readonly piece: Uint8Array };

const NEWLINE = 10;

/** Longer than any line that the server writes, UTF-16 units: what never ends is not kept for ever. */
const LONGEST_LINE = 1_000_000;

/**
 * Takes a body apart, of which it is given one chunk after the other, split wherever.
 *
 * @param refuse makes the error that is thrown for what is no frame
 */
export function createFrameReader(
  refuse: (cause?: unknown) => Error,
): (chunk: Uint8Array) => Generator<ExportPart> {
  const decoder = new TextDecoder();
  let line = "";
  let bytesToCome = 0;
  return function* read(chunk) {
    let at = 0;
    while (at < chunk.length) {
      if (bytesToCome > 0) {
        const piece = chunk.subarray(at, at + bytesToCome);
        at += piece.length;
        bytesToCome -= piece.length;
        yield { piece };
        continue;
      }
      const end = chunk.indexOf(NEWLINE, at);
      // A letter of several bytes may be split, too.
      line += decoder.decode(chunk.subarray(at, end === -1 ? undefined : end), { stream: true });
      if (line.length > LONGEST_LINE) throw refuse();
      if (end === -1) return;
      line += decoder.decode();
      at = end + 1;
      const frame = parseFrame(line, refuse);
      line = "";
      if ("bytes" in frame) bytesToCome = frame.bytes;
      else yield frame;
    }
  };
}

function parseFrame(text: string, refuse: (cause?: unknown) => Error): ExportFrame {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw refuse(cause);
  }
  const frame = safeParse(exportFrameSchema, raw);
  if (!frame.success) throw refuse(frame.error);
  return frame.data;
}
