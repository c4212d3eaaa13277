import PQueue from "p-queue";
import { UpstreamError } from "#bff/upstream/upstream-error.ts";
import type { Purpose } from "./call-reader.ts";
import { FairQueue, type FairOptions } from "./fair-queue.ts";
import { createProbePace } from "./probe-pace.ts";

/** The limiter decides which upstream call begins next. One serves all calls of a server. */
export interface UpstreamLimiter {
  /**
   * Runs a call when its turn comes: rows before facets before the histogram, and of probes for the
   * same those of each `party` in turn.
   *
   * @throws the signal's reason, once it is aborted; UpstreamError for a probe once this is closed
   */
  run<T>(purpose: Purpose, call: () => Promise<T>, signal: AbortSignal, party?: object): Promise<T>;
  /** A call in its place has sent another request, after one that failed or was throttled. */
  noteRetry(): void;
  /**
   * A request that was sent at `startedAt` (ms, monotonic) was throttled: the histogram waits for a
   * while; throttled again meanwhile, the facets wait too. Rows never do.
   *
   * @param retryAfterMs how long the upstream asks to be left alone: no probe is sent before
   */
  noteThrottled(startedAt: number, retryAfterMs?: number): void;
  /** Whether calls for it wait because the upstream throttles. */
  isHeld(purpose: Purpose): boolean;
  /** Probes that still wait are refused; what is under way ends, and rows go on. */
  close(): void;
}

export interface UpstreamLimiterDeps {
  /** Calls under way at once. */
  readonly concurrency: number;
  /** The quota, where it is known; else it is learned when the upstream throttles. */
  readonly callsPerSecond?: number | undefined;
  /** Monotonic, ms. */
  readonly clock?: () => number;
}

type Probing = Exclude<Purpose, "rows">;

const PRIORITIES = { rows: 2, facets: 1, histogram: 0 } as const satisfies Record<Purpose, number>;
/** In the order in which they are held; they are released the other way round. */
const HELD_IN_ORDER = ["histogram", "facets"] as const satisfies readonly Probing[];
/** Of the places and of the quota, what is left to rows. */
const SHARE_OF_ROWS = 0.25;
const FIRST_HOLD_MS = 1_000;
/** Also the longest that is waited for an upstream that asks for more. */
const LONGEST_HOLD_MS = 30_000;

const WAIT_AGAIN = Symbol("the lane was closed between its gate and its turn");

export function createUpstreamLimiter(deps: UpstreamLimiterDeps): UpstreamLimiter {
  const { concurrency, callsPerSecond, clock = () => performance.now() } = deps;
  const queueOf = (most?: number) =>
    new PQueue<FairQueue, FairOptions>({
      queueClass: FairQueue,
      ...(most !== undefined && { concurrency: most }),
    });
  const calls = queueOf(concurrency);
  const rowsPlaces = Math.max(1, Math.floor(concurrency * SHARE_OF_ROWS));
  const probes = queueOf(Math.max(1, concurrency - rowsPlaces));
  const share = 1 - SHARE_OF_ROWS;
  const pace = createProbePace({ queue: probes, callsPerSecond, share, clock });
  // Nothing runs in these: to pass one is to be let on.
  const gates = { facets: queueOf(), histogram: queueOf() };
  let held = 0;
  let holdMs = FIRST_HOLD_MS;
  /** When something was held or released. */
  let changedAt = -Infinity;
  /** Whether a probe has got through since the upstream throttled last. */
  let wentWell = true;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const isHeld = (purpose: Purpose) => purpose !== "rows" && gates[purpose].isPaused;

  function holdFor(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(release, ms);
    timer.unref();
  }

  /** Steps back: the facets go on first, and if that goes well the histogram. */
  function release() {
    held -= 1;
    const lane = HELD_IN_ORDER[held];
    if (lane !== undefined) gates[lane].start();
    changedAt = clock();
    if (held > 0) holdFor(holdMs);
  }

  function begin<T>(call: () => Promise<T>): Promise<T> {
    pace.noteCall();
    return call();
  }

  async function probe<T>(
    purpose: Probing,
    call: () => Promise<T>,
    signal: AbortSignal,
    party: object | undefined,
  ): Promise<T> {
    const options = { priority: PRIORITIES[purpose], signal, party };
    const take = async () => {
      if (isHeld(purpose)) return WAIT_AGAIN;
      const result = await begin(call);
      wentWell = true;
      return result;
    };
    for (;;) {
      await gates[purpose].add(() => undefined, { signal, party });
      const result = await probes.add<T | typeof WAIT_AGAIN>(async () => {
        if (isClosed) throw new UpstreamError("upstream_unreachable", { detail: CLOSED });
        // What only goes back to its gate must not use up the moment of another.
        if (isHeld(purpose)) return WAIT_AGAIN;
        pace.noteProbe();
        return calls.add(take, options);
      }, options);
      if (result !== WAIT_AGAIN) return result;
    }
  }

  return {
    run: (purpose, call, signal, party) =>
      purpose === "rows"
        ? calls.add(() => begin(call), { priority: PRIORITIES.rows, signal })
        : probe(purpose, call, signal, party),
    noteRetry: () => pace.noteCall(),
    noteThrottled(startedAt, retryAfterMs = 0) {
      if (isClosed) return;
      const waitMs = Math.min(retryAfterMs, LONGEST_HOLD_MS);
      // Calls that were under way before the last step tell nothing about it.
      const isNews = startedAt >= changedAt;
      pace.noteThrottled(isNews, waitMs);
      if (!isNews) return;
      holdMs = wentWell ? FIRST_HOLD_MS : Math.min(LONGEST_HOLD_MS, holdMs * 2);
      wentWell = false;
      const lane = HELD_IN_ORDER[held];
      if (lane !== undefined) {
        gates[lane].pause();
        held += 1;
      }
      changedAt = clock();
      holdFor(Math.max(holdMs, waitMs));
    },
    isHeld,
    close() {
      isClosed = true;
      clearTimeout(timer);
      pace.close();
      for (const queue of [gates.facets, gates.histogram, probes]) queue.start();
    },
  };
}

const CLOSED = "The server is closing.";
