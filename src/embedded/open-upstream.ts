import { createFaults } from "#upstream/faults/create-faults.ts";
import { startUpstreamServer, type UpstreamServerDeps } from "#upstream/upstream-server.ts";
import type { EmbeddedDatabase } from "./database/database.ts";
import { createDuckDbStore } from "./duckdb-store.ts";
import { startLiveCalls } from "./live/live-calls.ts";
import { openEmbeddedDatabase, sampleOriginOf, type OpenDatabaseRequest } from "./open-database.ts";
import { createSampleProgress } from "./sample-progress.ts";

export interface OpenUpstreamRequest
  extends
    Omit<OpenDatabaseRequest, "onProgress" | "onIndex">,
    Pick<UpstreamServerDeps, "accessKeys" | "callsPerSecond" | "logger"> {
  /** 0 takes any free one. */
  readonly port: number;
  /** Seconds between new calls, on average; undefined: there are none. */
  readonly liveSeconds?: number | undefined;
  /** Whether there are instances that go wrong on purpose. */
  readonly faults: boolean;
  /** Told of a new call that could not be written, once until one can be. */
  readonly onLiveFailure: (error: unknown) => void;
}

export interface OpenUpstream {
  /** Without a slash at the end. */
  readonly url: string;
  readonly database: EmbeddedDatabase;
  close(): Promise<void>;
}

/**
 * The embedded upstream with its database, and with new calls and faults if these are asked for. A
 * big sample tells on standard error how far it is.
 *
 * @throws DatabaseError; or what listening fails with; or the signal's reason once it is aborted
 */
export async function openUpstream(settings: OpenUpstreamRequest): Promise<OpenUpstream> {
  const { signal, timeZone, liveSeconds, onLiveFailure } = settings;
  const open: { close(): Promise<void> }[] = [];
  const close = async () => {
    for (const part of open.splice(0).toReversed()) await part.close();
  };
  try {
    const progress = createSampleProgress({ total: settings.sampleRecords });
    const database = await openEmbeddedDatabase({ ...settings, ...progress }).finally(() =>
      progress.end(),
    );
    open.push(database);
    signal?.throwIfAborted();
    if (liveSeconds !== undefined)
      open.push(
        await startLiveCalls({
          database,
          origin: sampleOriginOf(settings),
          meanSeconds: liveSeconds,
          timeZone,
          now: settings.now,
          onFailure: onLiveFailure,
        }),
      );
    const upstream = await startUpstreamServer({
      ...settings,
      store: createDuckDbStore(database),
      faults: settings.faults ? createFaults() : undefined,
    });
    open.push(upstream);
    return { url: upstream.url, database, close };
  } catch (error) {
    await close();
    throw error;
  }
}
