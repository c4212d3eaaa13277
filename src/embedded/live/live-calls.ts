import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseError } from "#embedded/database/database-error.ts";
import type { EmbeddedDatabase } from "#embedded/database/database.ts";
import { readSampleOrigin, type SampleOrigin } from "#embedded/database/sample-origin.ts";
import { createSampleInstances } from "#embedded/sample/sample-instances.ts";
import { createRng } from "#upstream/chance/rng.ts";
import { createLiveCall } from "./live-call.ts";
import { nextWaitMs } from "./live-pace.ts";
import { readyRecordings } from "./live-recordings.ts";

export interface LiveCallsDeps {
  readonly database: EmbeddedDatabase;
  /** What the sample was made from, where the database does not tell. */
  readonly origin: SampleOrigin;
  /** How often a call ends, on average. */
  readonly meanSeconds: number;
  /** IANA name: whose busy hours. */
  readonly timeZone: string;
  readonly now?: (() => number) | undefined;
  /** Waits so many ms, or rejects once the signal is aborted. */
  readonly wait?: ((ms: number, signal: AbortSignal) => Promise<unknown>) | undefined;
  /** Told of every call that is in the database. */
  readonly onCall?: ((contactId: string) => void) | undefined;
  /**
   * Told of a write that failed, and not again before one has succeeded: a full disk stays full. The next
   * call is tried all the same.
   */
  readonly onFailure: (error: unknown) => void;
}

export interface LiveCalls {
  /** Waits for what is being written. To be called before the database is closed. */
  close(): Promise<void>;
}

/** A repeated id would need the same instant and the same draw again: the clock was set back. */
const MOST_ATTEMPTS = 20;

async function isTaken(database: EmbeddedDatabase, contactId: string): Promise<boolean> {
  const text = "SELECT 1 FROM records WHERE ContactId = $1";
  return (await database.run({ text, params: [contactId] })).currentRowCount > 0;
}

/**
 * Adds a call every few seconds, as if people were calling.
 *
 * @throws DatabaseError `database_origin` where the database holds imported records
 */
export async function startLiveCalls(deps: LiveCallsDeps): Promise<LiveCalls> {
  const { database, timeZone, onFailure, onCall } = deps;
  const { now = Date.now, wait = (ms, signal) => sleep(ms, undefined, { signal }) } = deps;
  if (!database.isSample)
    throw new DatabaseError(
      "database_origin",
      "SAMPLE_LIVE adds sample calls, but the database holds imported records; sample data and imported records are never mixed. Unset SAMPLE_LIVE, or name another database.",
    );
  const { records, seed } = (await readSampleOrigin(database)) ?? deps.origin;
  const instances = createSampleInstances(records, seed);
  const closing = new AbortController();
  const pace = createRng(seed, "pace", now());

  async function addCall(): Promise<void> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const call = createLiveCall({ instances, seed, now: now(), attempt });
      const { contactId = "" } = call;
      if (await isTaken(database, contactId)) continue;
      await database.append([call]);
      onCall?.(contactId);
      return;
    }
    throw new Error("Every contact id is taken.");
  }

  async function run(): Promise<void> {
    const recordings = readyRecordings(database);
    let hasFailed = false;
    for (;;) {
      await wait(nextWaitMs(deps.meanSeconds * 1000, now(), timeZone, pace), closing.signal);
      try {
        await addCall();
        await recordings.update(now());
        hasFailed = false;
      } catch (error) {
        if (!hasFailed) onFailure(error);
        hasFailed = true;
      }
    }
  }

  // Ends when the wait is aborted, and else only by a fault of ours.
  const running = run().catch((error: unknown) => {
    if (!closing.signal.aborted) onFailure(error);
  });
  return {
    async close() {
      closing.abort();
      await running;
    },
  };
}
