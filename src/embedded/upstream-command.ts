import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { DatabaseError } from "./database-error.ts";
import { startEmbeddedUpstream, type AccessKey } from "./embedded-upstream.ts";
import { openEmbeddedDatabase } from "./open-database.ts";
import {
  EnvironmentError,
  readUpstreamEnvironment,
  type UpstreamEnvironment,
} from "./upstream-environment.ts";

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

/** Ends what is being answered, then the process, on the first signal; the second does not wait. */
function closeOnSignal(close: () => Promise<void>): void {
  let closing = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      if (closing) process.exit(1);
      closing = true;
      close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
}

async function start(): Promise<void> {
  const { port, database: file } = readArguments();
  const env = readUpstreamEnvironment(process.env);
  const { key, isMade } = readAccessKey(env);
  const database = await openEmbeddedDatabase({
    file,
    sampleRecords: env.SAMPLE_RECORDS,
    sampleSeed: env.SAMPLE_SEED,
    sampleDays: env.SAMPLE_DAYS,
    timeZone: env.TIME_ZONE,
  });
  const upstream = await startEmbeddedUpstream({
    database,
    accessKeys: [key],
    timeZone: env.TIME_ZONE,
    port,
  });
  closeOnSignal(async () => {
    await upstream.close();
    await database.close();
  });
  const ids = database.instances.map(({ id }) => id).join(", ");
  console.log(`Embedded upstream: ${upstream.url}`);
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

try {
  await start();
} catch (error) {
  console.error(wordsFor(error) ?? error);
  process.exit(1);
}
