import { DAY_MS } from "#contract/time/durations.ts";
import type { EmbeddedDatabase } from "#embedded/database/database.ts";
import type { RecordPage, WireListRequest } from "#upstream/store/record-store.ts";
import { findRecords } from "./fetch-records.ts";
import {
  createProbeScan,
  probeCountsSql,
  probeFirstsSql,
  readProbeCounts,
  readProbeFirsts,
  shareScans,
  ungroupedCriteria,
} from "./probe-sql.ts";

/** Answers a count probe with its page of one. */
export type Prober = (request: WireListRequest, signal?: AbortSignal) => Promise<RecordPage>;

const NOTHING: RecordPage = { records: [], total: 0 };

/** A request that is made to learn the total: the first page, of one record, in the usual order. */
export function isCountProbe({ page, pageSize, sort }: WireListRequest): boolean {
  return page === 1 && pageSize === 1 && sort.field === "startTime" && sort.order === "DESC";
}

interface Waiting {
  readonly request: WireListRequest;
  readonly signal: AbortSignal | undefined;
  resolve(answer: RecordPage): void;
  reject(reason: unknown): void;
}

/** Aborted when the last of them has gone. */
function whileAnyWaits(probes: readonly Waiting[]): AbortSignal {
  const controller = new AbortController();
  let waiting = probes.length;
  for (const { signal } of probes)
    signal?.addEventListener("abort", () => {
      waiting -= 1;
      if (waiting === 0) controller.abort(signal.reason);
    });
  return controller.signal;
}

const MOST_AT_ONCE = 64;
const WINDOW_MS = 2 * DAY_MS;

/**
 * Probes of the same range go together, and so do those of short ranges near each other, as the
 * buckets of a day are: to scan the days about them costs little more than to scan one bucket. What
 * no scan can share waits for nobody.
 */
function queueOf(request: WireListRequest): string {
  const { instance, range } = request;
  const isShort = range.to - range.from <= WINDOW_MS;
  const window = isShort ? [Math.floor(range.from / WINDOW_MS)] : [range.from, range.to];
  return JSON.stringify([instance, ...window, ungroupedCriteria(request)]);
}

async function answer(
  database: EmbeddedDatabase,
  requests: readonly WireListRequest[],
  signal: AbortSignal,
): Promise<RecordPage[]> {
  const scan = createProbeScan(requests);
  const groups = await database.run(probeCountsSql(scan), signal);
  const counts = readProbeCounts(scan, groups.getRows());
  const starts = counts.flatMap(({ latest }) => latest ?? []);
  if (starts.length === 0) return counts.map(({ total }) => ({ records: [], total }));
  const began = await database.run(probeFirstsSql(scan, starts), signal);
  const firsts = readProbeFirsts(scan, counts, began.getRows());
  const found = new Set(firsts.filter((id) => id !== undefined));
  const records = await findRecords(database, [...found], signal);
  return counts.map(({ total }, index) => {
    const record = records.get(firsts[index] ?? "");
    return { records: record === undefined ? [] : [record], total };
  });
}

/**
 * Answers count probes, which come many at a time: those that wait at the same moment, and ask of
 * the same part of the table, share a scan.
 */
export function createProber(database: EmbeddedDatabase): Prober {
  const queues = new Map<string, Waiting[]>();

  async function answerAll(probes: readonly Waiting[]): Promise<void> {
    try {
      const answers = await answer(
        database,
        probes.map(({ request }) => request),
        whileAnyWaits(probes),
      );
      for (const [index, probe] of probes.entries()) probe.resolve(answers[index] ?? NOTHING);
    } catch (error) {
      for (const probe of probes) probe.reject(error);
    }
  }

  async function work(name: string, queue: Waiting[]): Promise<void> {
    // Whatever has arrived with the first one goes with it.
    await new Promise(setImmediate);
    while (queue.length > 0) {
      const probes = queue.splice(0, MOST_AT_ONCE).filter(({ signal }) => !signal?.aborted);
      await Promise.all(shareScans(probes).map(answerAll));
    }
    queues.delete(name);
  }

  return (request, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      signal?.addEventListener("abort", () => reject(signal.reason));
      const name = queueOf(request);
      const waiting = { request, signal, resolve, reject };
      const queue = queues.get(name);
      if (queue !== undefined) {
        queue.push(waiting);
        return;
      }
      const begun = [waiting];
      queues.set(name, begun);
      void work(name, begun);
    });
}
