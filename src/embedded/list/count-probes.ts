import type { WireRecord } from "#contract/upstream/wire-record.ts";
import type { EmbeddedDatabase } from "#embedded/database/database.ts";
import { findRecords } from "./fetch-records.ts";
import type { WireListRequest } from "./list-request.ts";
import { canShareScan, probeCountsSql, probeFirstsSql } from "./probe-sql.ts";

export interface ProbeAnswer {
  readonly total: number;
  /** The record on the page of one. */
  readonly record: WireRecord | undefined;
}

export type Prober = (request: WireListRequest) => Promise<ProbeAnswer>;

/** A request that is made to learn the total: the first page, of one record, in the usual order. */
export function isCountProbe({ page, pageSize, sort }: WireListRequest): boolean {
  return page === 1 && pageSize === 1 && sort.field === "startTime" && sort.order === "DESC";
}

interface Waiting {
  readonly request: WireListRequest;
  resolve(answer: ProbeAnswer): void;
  reject(reason: unknown): void;
}

const MOST_AT_ONCE = 64;
const WINDOW_MS = 2 * 86_400_000;

/**
 * Probes of the same range go together, and so do those of short ranges near each other, as the
 * buckets of a day are: to scan the days about them costs little more than to scan one bucket.
 */
function windowOf({ instance, time }: WireListRequest): string {
  const isShort = time.to - time.from <= WINDOW_MS;
  const window = isShort ? [Math.floor(time.from / WINDOW_MS)] : [time.from, time.to];
  return JSON.stringify([instance, ...window]);
}

async function answer(
  database: EmbeddedDatabase,
  requests: readonly WireListRequest[],
): Promise<ProbeAnswer[]> {
  const counted = (await database.run(probeCountsSql(requests))).getRows()[0] ?? [];
  const totals = requests.map((_request, index) => Number(counted[2 * index] ?? 0));
  const latest = requests.map((_request, index) => Number(counted[2 * index + 1] ?? -1));
  if (totals.every((total) => total === 0))
    return totals.map((total) => ({ total, record: undefined }));
  const firsts = (await database.run(probeFirstsSql(requests, latest))).getRows()[0] ?? [];
  const ids = firsts.map((id) => (id === null ? undefined : String(id)));
  const found = new Set(ids.filter((id) => id !== undefined));
  const records = await findRecords(database, [...found]);
  return totals.map((total, index) => ({ total, record: records.get(ids[index] ?? "") }));
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
      );
      for (const [index, probe] of probes.entries())
        probe.resolve(answers[index] ?? { total: 0, record: undefined });
    } catch (error) {
      for (const probe of probes) probe.reject(error);
    }
  }

  async function work(window: string, queue: Waiting[]): Promise<void> {
    // Whatever has arrived with the first one goes with it.
    await new Promise(setImmediate);
    while (queue.length > 0) {
      const probes = queue.splice(0, MOST_AT_ONCE);
      const isShared = canShareScan(probes.map(({ request }) => request));
      const batches = isShared ? [probes] : probes.map((probe) => [probe]);
      await Promise.all(batches.map(answerAll));
    }
    queues.delete(window);
  }

  return (request) =>
    new Promise((resolve, reject) => {
      const window = windowOf(request);
      const queue = queues.get(window);
      const waiting = { request, resolve, reject };
      if (queue !== undefined) {
        queue.push(waiting);
        return;
      }
      const begun = [waiting];
      queues.set(window, begun);
      void work(window, begun);
    });
}
