import PQueue from "p-queue";
import { UpstreamError } from "#bff/upstream/upstream-error.ts";
import { createCallBacklog, type BusyReason, type WaitingCall } from "./call-backlog.ts";
import type { Purpose } from "./call-reader.ts";
import { FairQueue, type FairOptions } from "./fair-queue.ts";
import { createPlacesOfOne, type Taker } from "./places-of-one.ts";
import { createProbePace } from "./probe-pace.ts";
import { holding, within, type Share } from "./shares.ts";

/** The limiter decides which upstream call begins next. One serves all calls of a server. */
export interface UpstreamLimiter {
  /**
   * Runs a call when its turn comes: rows before facets before the histogram before exports; of rows those of each
   * reader in turn, of probes for the same those of each `party`. Neither a reader nor an instance has
   * all of the places, whatever hangs.
   *
   * @throws the signal's reason, once it is aborted; UpstreamError for a probe once this is closed;
   *   BffError `server_busy` for rows that would wait too long
   */
  run<T>(purpose: Purpose, call: () => Promise<T>, turn: Turn): Promise<T>;
  /**
   * Before anything is asked: whether it would be answered in time.
   *
   * @throws BffError `server_busy`
   */
  admit(purpose: Purpose, call: WaitingCall): void;
  /** Notes what holds memory while it waits for many calls; told back once it is over. */
  hold(call: WaitingCall): () => void;
  /** How many calls wait for their turn. */
  waiting(purpose: Purpose): number;
  /** A call in its place has sent another request, after one that failed or was throttled. */
  noteRetry(): void;
  /**
   * A request that was sent at `startedAt` (ms, monotonic) was throttled: the histogram and exports wait for
   * a while; throttled again meanwhile, the facets wait too. Rows never do.
   *
   * @param retryAfterMs how long the upstream asks to be left alone: no probe is sent before
   */
  noteThrottled(startedAt: number, retryAfterMs?: number): void;
  /** Whether calls for it wait because the upstream throttles. */
  isHeld(purpose: Purpose): boolean;
  /** Probes that still wait are refused; what is under way ends, and rows go on. */
  close(): void;
}

/** Whose turn it is. */
export interface Turn extends Taker {
  readonly signal: AbortSignal;
  /** One for all that a request asks. */
  readonly party?: object | undefined;
  /** What it holds in memory while it waits, about. */
  readonly bytes?: number | undefined;
}

export interface UpstreamLimiterDeps {
  /** Calls under way at once. */
  readonly concurrency: number;
  /** The quota, where it is known; else it is learned when the upstream throttles. */
  readonly callsPerSecond?: number | undefined;
  /** Rows that would wait for longer are refused, and what is worth less sooner. */
  readonly longestWaitMs?: number;
  /** Told of each call that was refused since too much waits. */
  readonly onRefused?: (purpose: Purpose, reason: BusyReason) => void;
  /** Monotonic, ms. */
  readonly clock?: () => number;
}

type Probing = Exclude<Purpose, "rows">;

const PRIORITIES = { rows: 3, facets: 2, histogram: 1, export: 0 } as const satisfies Record<
  Purpose,
  number
>;
/** In the order in which they are held; they are released the other way round. */
const HELD_IN_ORDER = ["histogram", "facets"] as const satisfies readonly Probing[];
/** Of the places and of the quota, what is left to rows. */
const SHARE_OF_ROWS = 0.25;
/** A call and the promises that wait for it. */
const CALL_BYTES = 2_000;
const FIRST_HOLD_MS = 1_000;
/** Also the longest that is waited for an upstream that asks for more. */
const LONGEST_HOLD_MS = 30_000;

const WAIT_AGAIN = Symbol("the lane was closed between its gate and its turn");

export function createUpstreamLimiter(deps: UpstreamLimiterDeps): UpstreamLimiter {
  const { concurrency, callsPerSecond, longestWaitMs = Infinity, onRefused } = deps;
  const { clock = () => performance.now() } = deps;
  const queueOf = (most?: number) =>
    new PQueue<FairQueue, FairOptions>({
      queueClass: FairQueue,
      ...(most !== undefined && { concurrency: most }),
    });
  const calls = queueOf(concurrency);
  const rowsPlaces = Math.max(1, Math.floor(concurrency * SHARE_OF_ROWS));
  const probePlaces = Math.max(1, concurrency - rowsPlaces);
  const probes = queueOf(probePlaces);
  const share = 1 - SHARE_OF_ROWS;
  const pace = createProbePace({ queue: probes, callsPerSecond, share, clock });
  const ofOne = createPlacesOfOne(concurrency, clock);
  const backlog = createCallBacklog({
    places: { all: concurrency, rowsOfOne: ofOne.rowsOfOne },
    longestWaitMs,
    onRefused,
  });
  // Nothing runs in these: to pass one is to be let on.
  const gate = { facets: queueOf(), histogram: queueOf() };
  const gates = { ...gate, export: gate.histogram };
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

  /** Steps back: the facets go on first, and if that goes well the histogram, and exports behind it. */
  function release() {
    held -= 1;
    const lane = HELD_IN_ORDER[held];
    if (lane !== undefined) gates[lane].start();
    changedAt = clock();
    if (held > 0) holdFor(holdMs);
  }

  async function begin<T>(call: () => Promise<T>): Promise<T> {
    pace.noteCall();
    const startedAt = clock();
    try {
      return await call();
    } finally {
      backlog.noteCall(clock() - startedAt);
    }
  }

  /** A call that is counted as waiting until it begins, or is given up before. */
  async function counted<T>(
    purpose: Purpose,
    call: () => Promise<T>,
    turn: Turn,
    run: (call: () => Promise<T>) => Promise<T>,
  ): Promise<T> {
    const leave = backlog.enter(purpose, waitingCall(turn));
    try {
      return await run(() => {
        leave();
        return call();
      });
    } finally {
      leave();
    }
  }

  /** Within the shares; then whatever waited for one of them begins, since p-queue looks but for one. */
  async function inPlace<T>(shares: readonly Share[], task: () => Promise<T>): Promise<T> {
    try {
      return await within(shares, task);
    } finally {
      // Whoever gave a call up has left its place before its shares. Told of its concurrency, p-queue looks again.
      calls.concurrency = concurrency;
      probes.concurrency = probePlaces;
    }
  }

  function runRows<T>(call: () => Promise<T>, turn: Turn): Promise<T> {
    const { signal, readerName, instance } = turn;
    // By instance, too: where one hangs, the reader's rows of another pass.
    const party = `${readerName}\n${instance}`;
    return holding([...ofOne.inAll(turn), ...ofOne.forRows(turn)], (shares) => {
      const task = () => inPlace(shares, () => begin(call));
      return calls.add(task, { priority: PRIORITIES.rows, signal, party, shares });
    });
  }

  function probe<T>(purpose: Probing, call: () => Promise<T>, turn: Turn): Promise<T> {
    const { signal, party } = turn;
    const options = { priority: PRIORITIES[purpose], signal, party };
    const take = async () => {
      if (isHeld(purpose)) return WAIT_AGAIN;
      const result = await begin(call);
      wentWell = true;
      return result;
    };
    const passOn = async () => {
      if (isClosed) throw new UpstreamError("upstream_unreachable", { detail: CLOSED });
      // What only goes back to its gate must not use up the moment of another.
      if (isHeld(purpose)) return WAIT_AGAIN;
      pace.noteProbe();
      return holding(ofOne.inAll(turn), (shares) =>
        calls.add(() => inPlace(shares, take), { ...options, shares }),
      );
    };
    return holding(ofOne.forProbes(turn), async (shares) => {
      const task = () => inPlace(shares, passOn);
      for (;;) {
        await gates[purpose].add(() => undefined, { signal, party });
        const result = await probes.add(task, { ...options, shares });
        if (result !== WAIT_AGAIN) return result;
      }
    });
  }

  return {
    async run(purpose, call, turn) {
      if (purpose !== "rows")
        return counted(purpose, call, turn, (begun) => probe(purpose, begun, turn));
      backlog.admit("rows", waitingCall(turn));
      return counted(purpose, call, turn, (begun) => runRows(begun, turn));
    },
    admit: backlog.admit,
    hold: backlog.hold,
    waiting: backlog.waiting,
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
      for (const queue of [...Object.values(gates), probes]) queue.start();
    },
  };
}

function waitingCall({ readerName = "", bytes = 0 }: Turn): WaitingCall {
  return { reader: readerName, bytes: CALL_BYTES + bytes };
}

const CLOSED = "The server is closing.";
