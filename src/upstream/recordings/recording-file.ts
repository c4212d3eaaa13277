import { createHash } from "node:crypto";
import { endianness } from "node:os";
import { createSamples, SAMPLE_RATE } from "./recording-audio.ts";

/** A WAV file that is not there until it is read. */
export interface RecordingFile {
  readonly contactId: string;
  readonly seconds: number;
}

const HEADER_BYTES = 44;
const BYTES_PER_SAMPLE = 2;
/** Some milliseconds of work: what else is to be done need not wait longer. */
const CHUNK_BYTES = 64 * 1024;

const totalSamples = ({ seconds }: RecordingFile) => seconds * SAMPLE_RATE;

/** Bytes, header included. */
export function recordingSize(file: RecordingFile): number {
  return HEADER_BYTES + totalSamples(file) * BYTES_PER_SAMPLE;
}

/** Names the bytes: another call or another length has others. */
export function recordingTag({ contactId, seconds }: RecordingFile): string {
  const digest = createHash("sha256").update(`2 ${seconds} ${contactId}`).digest("hex");
  return `"${digest.slice(0, 32).toUpperCase()}"`;
}

/** RIFF, one channel of 16-bit PCM. Authority: http://soundfile.sapp.org/doc/WaveFormat/ */
function header(file: RecordingFile): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  const data = totalSamples(file) * BYTES_PER_SAMPLE;
  bytes.write("RIFF", 0, "latin1");
  bytes.writeUInt32LE(HEADER_BYTES - 8 + data, 4);
  bytes.write("WAVEfmt ", 8, "latin1");
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(SAMPLE_RATE, 24);
  bytes.writeUInt32LE(SAMPLE_RATE * BYTES_PER_SAMPLE, 28);
  bytes.writeUInt16LE(BYTES_PER_SAMPLE, 32);
  bytes.writeUInt16LE(8 * BYTES_PER_SAMPLE, 34);
  bytes.write("data", 36, "latin1");
  bytes.writeUInt32LE(data, 40);
  return bytes;
}

/** Bytes `from` to `to` of the samples alone; either may lie within a sample. */
function dataBytes(file: RecordingFile, from: number, to: number): Buffer {
  const first = Math.floor(from / BYTES_PER_SAMPLE);
  const last = Math.ceil(to / BYTES_PER_SAMPLE);
  const samples = createSamples(file.contactId, first, last);
  const bytes = Buffer.from(samples.buffer);
  if (endianness() === "BE") bytes.swap16();
  return bytes.subarray(from - first * BYTES_PER_SAMPLE, to - first * BYTES_PER_SAMPLE);
}

/**
 * Bytes `from` to `to`, the latter left out, a piece at a time as they are asked for, giving way to
 * other work between the pieces.
 */
export async function* readRecording(
  file: RecordingFile,
  from: number,
  to: number,
): AsyncGenerator<Buffer> {
  if (from < HEADER_BYTES) yield header(file).subarray(from, Math.min(to, HEADER_BYTES));
  for (let at = Math.max(from, HEADER_BYTES); at < to;) {
    const end = Math.min(to, at + CHUNK_BYTES);
    yield dataBytes(file, at - HEADER_BYTES, end - HEADER_BYTES);
    at = end;
    await new Promise(setImmediate);
  }
}
