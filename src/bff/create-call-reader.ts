import { LRUCache } from "lru-cache";
import { DEFAULT_SORT } from "#contract/sort.ts";
import { writeListRequest, type ListRequest } from "#contract/upstream/list-call-detail-records.ts";
import {
  PURPOSES,
  type Asking,
  type CallReader,
  type CountFilter,
  type Purpose,
} from "./call-reader.ts";
import { listRecords, type RecordsPage } from "./list-records.ts";
import { createSharedFlights } from "./shared-flights.ts";
import type { UpstreamClient } from "./upstream-client.ts";
import { UpstreamError } from "./upstream-error.ts";
import type { UpstreamLimiter } from "./upstream-limiter.ts";

export interface CallReaderDeps {
  readonly upstream: UpstreamClient;
  readonly limiter: UpstreamLimiter;
  /** ms since the epoch */
  readonly now?: () => number;
  readonly observe?: (event: CallReaderEvent) => void;
}

/** How something that was asked for was had. */
export interface CallReaderEvent {
  readonly purpose: Purpose;
  readonly by: "call" | "joined" | "kept";
}

/** Records come late when a broken leg is pushed again, usually within two hours. */
const SETTLED_MS = 3 * 3_600_000;
const KEEP_COUNT_MS = { settled: 5 * 60_000, fresh: 10_000 };
const KEEP_PAGE_MS = { settled: 60_000, fresh: 5_000 };
const COUNTS_KEPT = 20_000;
/** Some 2 kB each. */
const RECORDS_KEPT = 30_000;
/** A probe that is still throttled then is given up. */
const PATIENCE_MS = 60_000;

export function createCallReader(deps: CallReaderDeps): CallReader {
  const { upstream, limiter, now = Date.now, observe } = deps;
  const pages = new LRUCache<string, RecordsPage>({
    maxSize: RECORDS_KEPT,
    sizeCalculation: ({ records }) => records.length + 1,
    perf: { now },
  });
  const counts = new LRUCache<string, number>({ max: COUNTS_KEPT, perf: { now } });
  const flights = createSharedFlights<RecordsPage>();
  /** The first page of a filter that is on its way, by the count's key. */
  const firstPages = new Map<string, string>();

  const keepFor = (keep: { settled: number; fresh: number }, { to }: ListRequest["time"]) =>
    to < now() - SETTLED_MS ? keep.settled : keep.fresh;

  /** One call, however often it has to be tried. */
  async function call(request: ListRequest, asking: Omit<Asking, "rights">): Promise<RecordsPage> {
    const { purpose, signal, onSpent } = asking;
    const givesUpAt = performance.now() + PATIENCE_MS;
    for (;;) {
      let startedAt = 0;
      try {
        return await limiter.run(
          purpose,
          () => {
            startedAt = performance.now();
            return listRecords(upstream, request, {
              signal,
              // A probe that waited here would keep a place from one that need not wait.
              retryThrottled: purpose === "rows",
              onTry: (outcome, retryAfterMs) => {
                onSpent({ calls: 1, throttled: outcome === "throttled" ? 1 : 0 });
                if (outcome === "throttled") limiter.noteThrottled(startedAt, retryAfterMs);
              },
            });
          },
          signal,
        );
      } catch (error) {
        const isThrottled = error instanceof UpstreamError && error.code === "upstream_throttled";
        if (purpose === "rows" || !isThrottled || performance.now() > givesUpAt) throw error;
      }
    }
  }

  async function page(request: ListRequest, asking: Asking): Promise<RecordsPage> {
    const { purpose, rights, signal } = asking;
    signal.throwIfAborted();
    const key = pageKey(request, rights);
    const kept = pages.get(key);
    if (kept !== undefined) {
      observe?.({ purpose, by: "kept" });
      return kept;
    }
    // What waits for less than this is asked for may wait longer than this should.
    const joined = PURPOSES.slice(0, PURPOSES.indexOf(purpose) + 1)
      .map((other) => `${other} ${key}`)
      .find((name) => flights.has(name));
    observe?.({ purpose, by: joined === undefined ? "call" : "joined" });
    const name = joined ?? `${purpose} ${key}`;
    return flights.join(name, signal, async (flightSignal) => {
      const filterKey = countKey(request, rights);
      if (request.page === 1) firstPages.set(filterKey, name);
      try {
        const read = await call(request, { ...asking, signal: flightSignal });
        const { time } = request;
        if (request.pageSize > 1) pages.set(key, read, { ttl: keepFor(KEEP_PAGE_MS, time) });
        if (read.total !== null)
          counts.set(filterKey, read.total, { ttl: keepFor(KEEP_COUNT_MS, time) });
        return read;
      } finally {
        if (firstPages.get(filterKey) === name) firstPages.delete(filterKey);
      }
    });
  }

  async function count(filter: CountFilter, asking: Asking): Promise<number> {
    const { purpose, rights, signal } = asking;
    signal.throwIfAborted();
    const key = countKey(filter, rights);
    const known = counts.get(key);
    if (known !== undefined) {
      observe?.({ purpose, by: "kept" });
      return known;
    }
    const coming = firstPages.get(key);
    const isSooner =
      coming !== undefined &&
      PURPOSES.findIndex((other) => coming.startsWith(`${other} `)) <= PURPOSES.indexOf(purpose);
    let read: RecordsPage;
    if (isSooner && flights.has(coming)) {
      observe?.({ purpose, by: "joined" });
      read = await flights.join(coming, signal);
    } else read = await page({ ...filter, sort: DEFAULT_SORT, page: 1, pageSize: 1 }, asking);
    if (read.total === null)
      throw new UpstreamError("upstream_bad_reply", { requestId: read.requestId });
    return read.total;
  }

  return {
    page,
    count,
    knownPage: (request, rights) => pages.get(pageKey(request, rights)),
    knownCount: (filter, rights) => counts.get(countKey(filter, rights)),
  };
}

/** Lists of a filter are sets: in whatever order, they are the same question. */
function normal({ criteria }: CountFilter): CountFilter["criteria"] {
  return Object.fromEntries(
    Object.entries(criteria).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.toSorted() : value,
    ]),
  );
}

function pageKey(request: ListRequest, rights: string): string {
  return JSON.stringify([rights, writeListRequest({ ...request, criteria: normal(request) })]);
}

function countKey({ instance, time, criteria }: CountFilter, rights: string): string {
  const first = { sort: DEFAULT_SORT, page: 1, pageSize: 1 };
  return pageKey({ instance, time, criteria, ...first }, rights);
}
