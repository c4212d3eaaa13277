import { randomBytes } from "node:crypto";
import { databaseFile } from "#process/database-file.ts";
import { makeFilesPrivate } from "#process/private-files.ts";
import { readArguments } from "#process/read-arguments.ts";
import { runUntilSignal, type Run } from "#process/run-until-signal.ts";
import type { KeyPair } from "#process/settings/key-pair.ts";
import { readUpstreamSettings } from "#process/settings/upstream-settings.ts";
import { StartError } from "#process/start-error.ts";
import { DatabaseError } from "./database/database-error.ts";
import { openUpstream } from "./open-upstream.ts";
import { openingError } from "./opening-error.ts";

/** `npm run upstream -- [--port N] [--database FILE]`: the embedded upstream alone. */
const USAGE = "Usage: npm run upstream -- [--port N] [--database FILE]";

function readPlace(): { port: number; file: string | undefined } {
  const { values } = readArguments(USAGE, {
    options: { port: { type: "string", default: "0" }, database: { type: "string" } },
  });
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN;
  if (!(port <= 65_535)) throw new StartError(`--port takes a number from 0 to 65535.\n${USAGE}`);
  return { port, file: databaseFile(values.database) };
}

function makeKeyPair(): KeyPair {
  const random = (bytes: number) => randomBytes(bytes).toString("hex");
  return { accessKeyId: `LTAI${random(8)}`, accessKeySecret: random(15) };
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
  const { port, file } = readPlace();
  const { accessKey: given, ...settings } = readUpstreamSettings(process.env);
  const key = given ?? makeKeyPair();
  const { url, database, close } = await openUpstream({
    ...settings,
    file,
    accessKeys: [key],
    port,
    signal: run.signal,
    onLiveFailure: createReport(),
  }).catch((error: unknown) => {
    throw openingError(error, port, "--port");
  });
  run.add({ close });
  const ids = database.instances.map(({ id }) => id).join(", ");
  console.log(`Embedded upstream: ${url}`);
  console.log(`${database.isSample ? "Sample data" : "Imported records"} of ${ids}`);
  console.log(`ALIBABA_CLOUD_ACCESS_KEY_ID=${key.accessKeyId}`);
  // A secret of the caller's own is not shown again.
  if (given === undefined) console.log(`ALIBABA_CLOUD_ACCESS_KEY_SECRET=${key.accessKeySecret}`);
}

makeFilesPrivate();
await runUntilSignal(start);
