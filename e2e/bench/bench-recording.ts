import { Pool } from "undici";
import {
  peaksReplySchema,
  PEAKS_ROUTE,
  recordingPath,
  RECORDING_ROUTE,
} from "#contract/api/recording.ts";
import { seekSeveral } from "./recording-seek.ts";
import { createCallDatabase } from "../kit/call-database.ts";
import { startServer } from "../kit/start-server.ts";

const INSTANCE = "ccc-sample";
const SECONDS = 3_600;
/** Each is asked for the first time. */
const CALLS = Array.from({ length: 5 }, (_unused, index) => `job-hour-${index}`);
const GOAL_FIRST_MS = 1_000;
const GOAL_PERCENT = 1;
const SIZE = 44 + SECONDS * 16_000;
/** What a browser asks for when it is put somewhere: it hears as soon as some of it has come. */
const PIECE_BYTES = 64 * 1024;

const AT = Date.UTC(2025, 5, 30, 8);
const hourOf = (ContactId: string) => ({
  ContactId,
  InstanceId: INSTANCE,
  ContactType: "Inbound",
  StartTime: AT,
  EstablishedTime: AT,
  ReleaseTime: AT + SECONDS * 1000,
  TalkTime: SECONDS,
  RecordingReady: true,
  RecordingDuration: SECONDS,
});

/** The peaks of an hour of 8 kHz WAV at the first ask and after, and what its middle costs before it is heard. */
export async function benchRecording(): Promise<void> {
  const database = await createCallDatabase({ lines: 100, seed: 1 }, CALLS.map(hourOf));
  const server = await startServer({ EMBEDDED_DATABASE: database.file, RETENTION_DAYS: "3650" });
  const pool = new Pool(server.url, { connections: 1 });
  const timed = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
    const startedAt = performance.now();
    const reply = await pool.request({ method: "GET", path, headers });
    const bytes = Buffer.from(await reply.body.arrayBuffer());
    if (reply.statusCode >= 300) throw new Error(`${reply.statusCode}: ${bytes.toString()}`);
    return { ms: performance.now() - startedAt, bytes, headers: reply.headers };
  };
  try {
    const rows = [];
    for (const contactId of CALLS) {
      const asked = { contactId, instance: INSTANCE };
      const first = await timed(recordingPath(PEAKS_ROUTE, asked));
      const after = await timed(recordingPath(PEAKS_ROUTE, asked));
      const { peaks } = peaksReplySchema.parse(JSON.parse(first.bytes.toString()));
      const from = SIZE >> 1;
      const range = `bytes=${from}-${from + PIECE_BYTES - 1}`;
      const middle = await timed(recordingPath(RECORDING_ROUTE, asked), { range });
      rows.push({
        "peaks, first ask, ms": Math.round(first.ms),
        "from cache, ms": Math.round(after.ms),
        seconds: peaks.duration,
        "64 KiB of the middle, ms": Math.round(middle.ms),
      });
    }
    console.table(rows);
    const worst = Math.max(...rows.map((row) => row["peaks, first ask, ms"]));
    console.log(
      `Peaks of an hour at the first ask: ${worst} ms at most (goal ≤ ${GOAL_FIRST_MS}).`,
    );
    const day = 86_400_000;
    const search = `/?instance=${INSTANCE}&from=${AT - day}&to=${AT + day}&record=${CALLS[0]}`;
    const percent = (bytes: number) => (100 * bytes) / SIZE;
    const seeks = await seekSeveral(server.url, search);
    console.table(
      seeks.map(({ by, bytes, ms }) => ({
        "to the middle by": by,
        "sound after, ms": ms,
        "sent before it, kB": Math.round(bytes / 1000),
        "share of the file": `${percent(bytes).toFixed(2)} %`,
      })),
    );
    const most = percent(Math.max(...seeks.map(({ bytes }) => bytes)));
    console.log(
      `Sent before the middle of an hour is heard: ${most.toFixed(2)} % at most (goal ≤ ${GOAL_PERCENT}).`,
    );
  } finally {
    await pool.close();
    await server.stop();
    await database.remove();
  }
}
