import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { DatabaseError } from "./database/database-error.ts";
import type { AccessKey } from "#upstream/upstream-server.ts";
import { openUpstream } from "./open-upstream.ts";
import { runUntilSignal, type Run } from "#process/run-until-signal.ts";
import {
  EnvironmentError,
  IN_MEMORY,
  readUpstreamEnvironment,
  type UpstreamEnvironment,
} from "#process/upstream-environment.ts";

/** `npm run upstream -- [--port N] [--database FILE]`: the embedded upstream alone. */
const USAGE = "Usage: npm run upstream -- [--port N] [--database FILE]";

class UsageError extends Error {}

function readArguments(): { port: number; database: string | undefined } {
  const { values } = parseArgs({
    options: { port: { type: "string", default: "0" }, database: { type: "string" } },
  });
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN;
  if (!(port <= 65_535)) throw new UsageError(`--port takes a number from 0 to 65535.\n${USAGE}`);
  return { port, database: values.database };
}

function readAccessKey(env: UpstreamEnvironment): { key: AccessKey; isMade: boolean } {
  const accessKeyId = env.ALIBABA_CLOUD_ACCESS_KEY_ID;
  const accessKeySecret = env.ALIBABA_CLOUD_ACCESS_KEY_SECRET;
  if (accessKeyId === undefined || accessKeySecret === undefined) {
    const random = (bytes: number) => randomBytes(bytes).toString("hex");
    const key = { accessKeyId: `LTAI${random(8)}`, accessKeySecret: random(15) };
    return { key, isMade: true };
  }
  const securityToken = env.ALIBABA_CLOUD_SECURITY_TOKEN;
  return { key: { accessKeyId, accessKeySecret, securityToken }, isMade: false };
}

/** The same fault comes back every few seconds; to say it once is enough. */
function createReport(): (error: unknown) => void {
  let last = "";
  return (error) => {
    const words = error instanceof DatabaseError ? error.message : "for an unknown reason";
    if (words !== last) console.error(`A live call could not be written: ${words}`);
    last = words;
  };
}

async function start(run: Run): Promise<void> {
  const { port, database: named } = readArguments();
  const file = named === IN_MEMORY ? undefined : named;
  const env = readUpstreamEnvironment(process.env);
  const { key, isMade } = readAccessKey(env);
  const { url, database, close } = await openUpstream({
    file,
    sampleRecords: env.SAMPLE_RECORDS,
    sampleSeed: env.SAMPLE_SEED,
    sampleDays: env.SAMPLE_DAYS,
    liveSeconds: env.SAMPLE_LIVE ? env.SAMPLE_LIVE_SECONDS : undefined,
    faults: env.EMBEDDED_FAULTS,
    callsPerSecond: env.EMBEDDED_CALLS_PER_SECOND,
    timeZone: env.TIME_ZONE,
    accessKeys: [key],
    port,
    signal: run.signal,
    onLiveFailure: createReport(),
  });
  run.add({ close });
  const ids = database.instances.map(({ id }) => id).join(", ");
  console.log(`Embedded upstream: ${url}`);
  console.log(`${database.isSample ? "Sample data" : "Imported records"} of ${ids}`);
  console.log(`ALIBABA_CLOUD_ACCESS_KEY_ID=${key.accessKeyId}`);
  // A secret of the caller's own is not shown again.
  if (isMade) console.log(`ALIBABA_CLOUD_ACCESS_KEY_SECRET=${key.accessKeySecret}`);
}

/** What is wrong, where it is for the caller to mend. */
function wordsFor(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message;
  if (error instanceof EnvironmentError || error instanceof DatabaseError) return error.message;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code.startsWith("ERR_PARSE_ARGS")) return `${String(error)}\n${USAGE}`;
  if (code === "EADDRINUSE") return "The port is in use: choose another with --port.";
  if (code === "EACCES") return "The port may not be used here: choose another with --port.";
  return undefined;
}

await runUntilSignal(start, (error) => wordsFor(error) ?? error);
