import type PQueue from "p-queue";

/** Spaces the probes of a queue, so that at no moment a burst has used up what rows need. */
export interface ProbePace {
  /** To be told of every request, of rows too: when it is sent, or tried again once that has ended. */
  noteCall(): void;
  /** To be told in the very moment at which a probe begins: the next one waits for its own. */
  noteProbe(): void;
  /**
   * To be told of every request that was throttled. How many were not, of the last second, is what
   * the quota is taken for.
   *
   * @param isNews whether it was sent after what was known of throttling had been minded
   * @param retryAfterMs no probe begins before
   */
  noteThrottled(isNews: boolean, retryAfterMs: number): void;
  close(): void;
}

export interface ProbePaceDeps {
  /** Paused between one probe and the next. */
  readonly queue: Pick<PQueue, "pause" | "start">;
  /** The quota, where it is known; else it is learned. */
  readonly callsPerSecond?: number | undefined;
  /** Of the quota, what probes may use. */
  readonly share: number;
  /** Monotonic, ms. */
  readonly clock: () => number;
}

/** Where it was learned, so slow at first, for one unlucky moment is no proof of a tiny quota… */
const SLOWEST_AT_FIRST_MS = 200;
/** …and so slow at the most: only who asks learns that he may. */
const SLOWEST_MS = 1_000;
/** Below this there is no need for a pace. */
const FASTEST_MS = 4;
/** Without throttling the pace quickens by so much every so often: a quota has other users too. */
const QUICKEN = 1.25;
const QUICKEN_EVERY_MS = 10_000;

export function createProbePace(deps: ProbePaceDeps): ProbePace {
  const { queue, callsPerSecond, share, clock } = deps;
  const known = callsPerSecond === undefined ? 0 : 1000 / (callsPerSecond * share);
  const taken = createSlidingCount(clock);
  /** Between two probes; 0: as they come. */
  let paceMs = known;
  let slowestMs = SLOWEST_AT_FIRST_MS;
  let hasProbed = false;
  let quickenedAt = -Infinity;
  let resumesAt = -Infinity;
  let timer: NodeJS.Timeout | undefined;

  function pauseFor(ms: number) {
    const at = clock();
    resumesAt = Math.max(resumesAt, at + ms);
    queue.pause();
    clearTimeout(timer);
    timer = setTimeout(() => queue.start(), resumesAt - at);
    timer.unref();
  }

  function quicken() {
    const steps = Math.floor((clock() - quickenedAt) / QUICKEN_EVERY_MS);
    if (paceMs <= known || steps <= 0) return;
    quickenedAt += steps * QUICKEN_EVERY_MS;
    const quicker = paceMs / QUICKEN ** steps;
    paceMs = Math.max(known, quicker < FASTEST_MS ? 0 : quicker);
    if (paceMs === known) slowestMs = SLOWEST_AT_FIRST_MS;
  }

  function slowDown(isNews: boolean) {
    if (isNews && paceMs > known) slowestMs = Math.min(SLOWEST_MS, paceMs * 2);
    const learned = 1000 / (Math.max(1, taken.read()) * share);
    paceMs = Math.max(paceMs, Math.min(learned, slowestMs));
    quickenedAt = clock();
  }

  return {
    noteCall: () => taken.add(1),
    noteProbe() {
      hasProbed = true;
      quicken();
      if (paceMs > 0) pauseFor(paceMs);
    },
    noteThrottled(isNews, retryAfterMs) {
      taken.add(-1);
      // While no probe is sent little gets through, and that is no measure.
      if (!isNews || hasProbed) slowDown(isNews);
      if (isNews) hasProbed = false;
      pauseFor(Math.max(paceMs, retryAfterMs));
    },
    close: () => clearTimeout(timer),
  };
}

/** How much was counted within the last second, taking each second's for evenly spread. */
function createSlidingCount(clock: () => number) {
  let second = 0;
  let current = 0;
  let previous = 0;
  function turn(): number {
    const at = clock() / 1000;
    const passed = Math.floor(at) - second;
    if (passed > 0) [previous, current] = [passed === 1 ? current : 0, 0];
    second = Math.floor(at);
    return at - second;
  }
  return {
    add(count: number) {
      turn();
      current = Math.max(0, current + count);
    },
    read(): number {
      const share = turn();
      return current + previous * (1 - share);
    },
  };
}
