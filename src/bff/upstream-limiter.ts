import PQueue from "p-queue";
import type { Purpose } from "./call-reader.ts";

/** Who may call the upstream when: one for all calls of this server. */
export interface UpstreamLimiter {
  /**
   * Runs a call when its turn comes: rows before facets before the histogram.
   *
   * @throws the signal's reason, once it is aborted before its turn
   */
  run<T>(purpose: Purpose, call: () => Promise<T>, signal: AbortSignal): Promise<T>;
  /**
   * A call that began at `startedAt` (ms, monotonic) was throttled: the histogram waits for a while;
   * throttled again meanwhile, the facets wait too. Rows never do.
   *
   * @param retryAfterMs how long the upstream asks to be left alone
   */
  noteThrottled(startedAt: number, retryAfterMs?: number): void;
  /** Whether calls for it wait because the upstream throttles. */
  isHeld(purpose: Purpose): boolean;
  close(): void;
}

export interface UpstreamLimiterDeps {
  /** Calls under way at once. */
  readonly concurrency: number;
  /** The quota, where it is known; else only its throttling is minded. */
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
const LONGEST_HOLD_MS = 30_000;

const WAIT_AGAIN = Symbol("the lane was closed between its gate and its turn");

export function createUpstreamLimiter(deps: UpstreamLimiterDeps): UpstreamLimiter {
  const { concurrency, callsPerSecond, clock = () => performance.now() } = deps;
  const calls = new PQueue({ concurrency });
  const rowsPlaces = Math.max(1, Math.floor(concurrency * SHARE_OF_ROWS));
  const probes = new PQueue({
    concurrency: Math.max(1, concurrency - rowsPlaces),
    // Evenly spaced, so that at no moment a burst has used up what rows need.
    ...(callsPerSecond !== undefined && {
      intervalCap: 1,
      interval: 1000 / (callsPerSecond * (1 - SHARE_OF_ROWS)),
    }),
  });
  // Nothing runs in these: to pass one is to be let on.
  const gates = { facets: new PQueue(), histogram: new PQueue() };
  let held = 0;
  let holdMs = FIRST_HOLD_MS;
  let changedAt = -Infinity;
  let throttledAt = -Infinity;
  let timer: NodeJS.Timeout | undefined;

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

  async function probe<T>(
    purpose: Probing,
    call: () => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const priority = PRIORITIES[purpose];
    for (;;) {
      await gates[purpose].add(() => undefined, { signal });
      const result = await probes.add<T | typeof WAIT_AGAIN>(
        async () => (isHeld(purpose) ? WAIT_AGAIN : calls.add(call, { priority, signal })),
        { priority, signal },
      );
      if (result !== WAIT_AGAIN) return result;
    }
  }

  return {
    run: (purpose, call, signal) =>
      purpose === "rows"
        ? calls.add(call, { priority: PRIORITIES.rows, signal })
        : probe(purpose, call, signal),
    noteThrottled(startedAt, retryAfterMs = 0) {
      // Calls that were under way before the last step tell nothing about it.
      if (startedAt < changedAt) return;
      const now = clock();
      const isAgain = now - throttledAt < LONGEST_HOLD_MS;
      holdMs = isAgain ? Math.min(LONGEST_HOLD_MS, holdMs * 2) : FIRST_HOLD_MS;
      throttledAt = now;
      const lane = HELD_IN_ORDER[held];
      if (lane !== undefined) {
        gates[lane].pause();
        held += 1;
      }
      changedAt = now;
      holdFor(Math.max(holdMs, retryAfterMs));
    },
    isHeld,
    close: () => clearTimeout(timer),
  };
}
