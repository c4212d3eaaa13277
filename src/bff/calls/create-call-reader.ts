import { listRecords, type RecordsPage } from "#bff/upstream/list-records.ts";
import type { UpstreamClient } from "#bff/upstream/upstream-client.ts";
import { UpstreamError } from "#bff/upstream/upstream-error.ts";
import { MINUTE_MS } from "#contract/time/durations.ts";
import { LATEST_ARRIVAL_MS } from "#contract/time/late-arrivals.ts";
import type { ListRequest } from "#contract/upstream/write-list-request.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import { DEFAULT_SORT } from "#contract/view/sort.ts";
import { createByteCache } from "./byte-cache.ts";
import { callInTurn } from "./call-in-turn.ts";
import { PURPOSES, type Asking, type CallReader, type Purpose } from "./call-reader.ts";
import { criteriaKey } from "./criteria-key.ts";
import { requestKey } from "./request-key.ts";
import { createSharedFlights } from "./shared-flights.ts";
import type { UpstreamLimiter } from "./upstream-limiter.ts";

export interface CallReaderDeps {
  readonly upstream: UpstreamClient;
  readonly limiter: UpstreamLimiter;
  /** What the pages that are kept may weigh. */
  readonly cacheBytes: number;
  /** ms since the epoch */
  readonly now?: () => number;
  readonly observe?: (event: CallReaderEvent) => void;
}

/** How something that was asked for was had. */
export interface CallReaderEvent {
  readonly purpose: Purpose;
  readonly by: "call" | "joined" | "kept";
}

const KEEP_COUNT_MS = { settled: 5 * MINUTE_MS, growing: 10_000 };
const KEEP_PAGE_MS = { settled: 60_000, growing: 5_000 };
/** Of what is kept, for counts: some 20,000 of them, which weigh nothing but their places. */
const COUNTS_BYTES = 8_000_000;

/** Something that was read, and when: nothing in it is older than `beganAt` or newer than `endedAt`. */
interface Heard {
  /** ms, monotonic */
  readonly beganAt: number;
  readonly endedAt: number;
}

type HeardPage = RecordsPage & Heard;
type HeardCount = Heard & { readonly total: number };

/** A first page on its way. */
interface FirstPage {
  readonly request: ListRequest;
  readonly purpose: Purpose;
}

/** The call reader of a server, with what it keeps in memory alone. */
export function createCallReader(deps: CallReaderDeps): CallReader {
  const { upstream, limiter, cacheBytes, now = Date.now, observe } = deps;
  const pages = createByteCache<HeardPage>(cacheBytes, now);
  const counts = createByteCache<HeardCount>(COUNTS_BYTES, now);
  const flights = createSharedFlights<HeardPage>();
  /** By the count's key. */
  const firstPages = new Map<string, FirstPage>();

  const stateOf = ({ range }: Pick<UnpinnedCalls, "range">) =>
    range.to < now() - LATEST_ARRIVAL_MS ? "settled" : "growing";

  async function readPage(request: ListRequest, asking: Asking): Promise<HeardPage> {
    const key = pageKey(request, asking.rights);
    const beganAt = performance.now();
    const filterKey = countKey(request, asking.rights);
    // Before the call: what arrives while it is under way may be missing in its answer.
    const state = stateOf(request);
    const coming = { request, purpose: asking.purpose };
    const isSoonest = request.page === 1 && !isSooner(firstPages.get(filterKey), asking.purpose);
    if (isSoonest) firstPages.set(filterKey, coming);
    try {
      const { instance } = request;
      // Filters by the customer's own words may be long, and wait as long as the call.
      const bytes = 2 * criteriaKey(request.criteria).chars;
      const turn = { ...asking, instance, bytes };
      const answer = await callInTurn(limiter, turn, (options) =>
        listRecords(upstream, request, options),
      );
      const heard = { beganAt, endedAt: performance.now() };
      const read = { ...answer, ...heard };
      // Probes are many, and all that is wanted of them is the count.
      // What is exported is read once, and would put out what others look at.
      const isWanted = request.pageSize > 1 && asking.purpose !== "export";
      if (isWanted || asking.purpose === "rows")
        pages.set(key, read, answer.bytes, KEEP_PAGE_MS[state]);
      const { total } = answer;
      if (total !== null) counts.set(filterKey, { total, ...heard }, 0, KEEP_COUNT_MS[state]);
      return read;
    } finally {
      if (firstPages.get(filterKey) === coming) firstPages.delete(filterKey);
    }
  }

  async function page(request: ListRequest, asking: Asking): Promise<RecordsPage> {
    const { purpose, rights, readerName, signal, party, onSpent, onHeard } = asking;
    signal.throwIfAborted();
    const key = pageKey(request, rights);
    // The table asks for a page again, or for the next one, to see what late calls have pushed from
    // the page in front of it (`app/records/list/with-page.ts`, decision 0008). An answer from before
    // that page was read would not show it, and the call would be on neither.
    const isPushed =
      purpose === "rows" &&
      asking.isWhole !== true &&
      request.page > 1 &&
      stateOf(request) === "growing";
    const since = isPushed ? Infinity : (asking.since ?? -Infinity);
    const kept = pages.get(key);
    if (kept !== undefined && kept.beganAt >= since) {
      observe?.({ purpose, by: "kept" });
      onHeard?.(kept.endedAt);
      return kept;
    }
    // What waits for less than this is asked for may wait longer than this should.
    const joined = PURPOSES.slice(0, PURPOSES.indexOf(purpose) + 1)
      .map((other) => `${other} ${key}`)
      .find((name) => flights.has(name, since));
    observe?.({ purpose, by: joined === undefined ? "call" : "joined" });
    const start = (flightSignal: AbortSignal) =>
      readPage(request, {
        purpose,
        rights,
        readerName,
        signal: flightSignal,
        party,
        // Others may wait on for it when this reader has left, and has closed the books.
        onSpent: (spent) => (signal.aborted ? undefined : onSpent(spent)),
      });
    const read = await flights.join(joined ?? `${purpose} ${key}`, signal, start, since);
    onHeard?.(read.endedAt);
    return read;
  }

  async function count(calls: UnpinnedCalls, asking: Asking): Promise<number> {
    const { purpose, rights, signal, since, onHeard } = asking;
    signal.throwIfAborted();
    const key = countKey(calls, rights);
    const known = counts.get(key);
    if (known !== undefined && (since === undefined || known.beganAt >= since)) {
      observe?.({ purpose, by: "kept" });
      onHeard?.(known.endedAt);
      return known.total;
    }
    const coming = firstPages.get(key);
    const doesJoin = since === undefined && isSooner(coming, purpose);
    const { total, requestId } = await page(
      doesJoin && coming !== undefined ? coming.request : countRequest(calls),
      asking,
    );
    if (total === null) throw new UpstreamError("upstream_bad_reply", { requestId });
    return total;
  }

  return {
    page,
    count,
    mayGrow: (calls) => stateOf(calls) === "growing",
    knownPage: (request, rights) => pages.get(pageKey(request, rights)),
  };
}

/** Whether a page on its way comes no later than what would be asked for `purpose` now. */
function isSooner(coming: FirstPage | undefined, purpose: Purpose): boolean {
  return coming !== undefined && PURPOSES.indexOf(coming.purpose) <= PURPOSES.indexOf(purpose);
}

function countRequest({ instance, range, criteria }: UnpinnedCalls): ListRequest {
  return { instance, range, criteria, sort: DEFAULT_SORT, page: 1, pageSize: 1 };
}

function pageKey({ criteria, ...rest }: ListRequest, rights: string): string {
  const { instance, range, sort, page, pageSize } = rest;
  const list = [instance, range.from, range.to, sort.field, sort.order, page, pageSize];
  return requestKey([rights, criteriaKey(criteria).key, ...list]);
}

function countKey(calls: UnpinnedCalls, rights: string): string {
  return pageKey(countRequest(calls), rights);
}
