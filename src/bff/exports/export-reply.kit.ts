import { exportFrameSchema, type ExportFrame } from "#contract/api/whole-export.ts";

/** For tests: the frames of a body, and the bytes of the file between them. */
export function readFrames(body: Buffer): { frames: ExportFrame[]; file: Buffer } {
  const frames: ExportFrame[] = [];
  const pieces: Buffer[] = [];
  for (let at = 0; at < body.length;) {
    const end = body.indexOf("\n", at);
    const frame = exportFrameSchema.parse(JSON.parse(body.subarray(at, end).toString("utf8")));
    frames.push(frame);
    at = end + 1;
    if (!("bytes" in frame)) continue;
    pieces.push(body.subarray(at, at + frame.bytes));
    at += frame.bytes;
  }
  return { frames, file: Buffer.concat(pieces) };
}
