import { BffError } from "#bff/http/bff-error.ts";
import { PURPOSES, type Purpose } from "./call-reader.ts";

/** Something that waits upstream for its turn. */
export interface WaitingCall {
  /** On whose behalf; readers take turns. */
  readonly reader: string;
  /** What it holds in memory meanwhile, about. */
  readonly bytes: number;
}

/** Why something is refused: it would wait too long, or what is there holds as much memory as it may. */
export type BusyReason = "wait" | "memory";

/** What waits for its turn, and for how long. Whatever would wait too long is refused at once. */
export interface CallBacklog {
  /** @throws BffError `server_busy`, with when to come again, where a call would wait too long */
  admit(purpose: Purpose, call: WaitingCall): void;
  /** Notes a call that waits. What is given back is told once it waits no more. */
  enter(purpose: Purpose, call: WaitingCall): () => void;
  /** Notes what a reader's questions hold in memory until they are answered; told back then. */
  hold(call: WaitingCall): () => void;
  /** How many wait. */
  waiting(purpose: Purpose): number;
  /** Notes how long a call took, ms: what waits will take as long. */
  noteCall(ms: number): void;
}

export interface CallBacklogDeps {
  /** Calls under way at once: of all, and at this moment rows of one reader who has so many. */
  readonly places: { readonly all: number; readonly rowsOfOne: (rows: number) => number };
  /** Rows that would wait for longer are refused. */
  readonly longestWaitMs: number;
  /** Told of each call that was refused. */
  readonly onRefused?: ((purpose: Purpose, reason: BusyReason) => void) | undefined;
}

/** Of the longest wait of rows: what may wait longest is refused first, rows last. */
const SHARES = {
  rows: 1,
  facets: 1 / 2,
  histogram: 1 / 4,
  export: 1 / 8,
} as const satisfies Record<Purpose, number>;
/** Calls that one who asks has at once: one for rows, a screen's probes for counts, some pages of an export. */
const AT_ONCE = { rows: 1, facets: 64, histogram: 64, export: 8 } as const satisfies Record<
  Purpose,
  number
>;
/** What all that waits may hold in memory, and of it what one reader may. */
const MOST_BYTES = 64_000_000;
const MOST_BYTES_OF_ONE = MOST_BYTES / 2;
/** One call that hangs says little of those to come. */
const LONGEST_COUNTED_MS = 2_000;
/** How much the latest call tells of the next ones. */
const NEWS = 0.05;
const SOONEST_RETRY_MS = 1_000;
const LATEST_RETRY_MS = 30_000;

export function createCallBacklog(deps: CallBacklogDeps): CallBacklog {
  const { places, longestWaitMs, onRefused } = deps;
  const waiting = {
    rows: createSums(),
    facets: createSums(),
    histogram: createSums(),
    export: createSums(),
  };
  const bytes = createSums();
  let meanMs = 0;

  /**
   * How long a call will wait: behind all that is worth more, in turns with the like of others, and of
   * rows behind the reader's own in the places that one may have. Counts of one screen are many, and come
   * as slowly as a slow upstream gives them: they are never in each other's way.
   */
  function waitMs(purpose: Purpose, reader: string): number {
    const before = PURPOSES.slice(0, PURPOSES.indexOf(purpose) + 1);
    const ahead = before.reduce((sum, one) => sum + aheadIn(one, reader, one === purpose), 0);
    const mine = waiting.rows.of(reader);
    const alone = purpose === "rows" ? mine / places.rowsOfOne(mine) : 0;
    const among = ahead / places.all;
    return Math.max(among, alone) * meanMs;
  }

  function aheadIn(purpose: Purpose, reader: string, isInTurn: boolean): number {
    const mine = waiting[purpose].of(reader);
    const inTurns = waiting[purpose].totalUpTo(mine + AT_ONCE[purpose]);
    if (purpose === "rows") return isInTurn ? inTurns : waiting.rows.total();
    return inTurns - mine;
  }

  function hold(call: WaitingCall): () => void {
    bytes.add(call.reader, call.bytes);
    return once(() => bytes.add(call.reader, -call.bytes));
  }

  function refuse(purpose: Purpose, reason: BusyReason, comesAgainMs: number): never {
    onRefused?.(purpose, reason);
    throw new BffError("server_busy", {
      detail: "Too many upstream calls wait for their turn.",
      retryAfterMs: Math.min(LATEST_RETRY_MS, Math.max(SOONEST_RETRY_MS, comesAgainMs)),
    });
  }

  return {
    admit(purpose, call) {
      const expected = waitMs(purpose, call.reader);
      const isFull =
        bytes.total() + call.bytes > MOST_BYTES * SHARES[purpose] ||
        bytes.of(call.reader) + call.bytes > MOST_BYTES_OF_ONE * SHARES[purpose];
      if (isFull) refuse(purpose, "memory", expected);
      if (expected > longestWaitMs * SHARES[purpose]) refuse(purpose, "wait", expected);
    },
    enter(purpose, call) {
      const letGo = hold(call);
      waiting[purpose].add(call.reader, 1);
      return once(() => {
        waiting[purpose].add(call.reader, -1);
        letGo();
      });
    },
    hold,
    waiting: (purpose) => waiting[purpose].total(),
    noteCall(ms) {
      const counted = Math.min(LONGEST_COUNTED_MS, ms);
      meanMs = meanMs === 0 ? counted : meanMs + NEWS * (counted - meanMs);
    },
  };
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
}

/** Sums by key; a key whose sum is 0 is forgotten. */
function createSums() {
  const sums = new Map<string, number>();
  let total = 0;
  return {
    of: (key: string) => sums.get(key) ?? 0,
    total: () => total,
    /** Of no key more than `most`. */
    totalUpTo: (most: number) =>
      [...sums.values()].reduce((sum, one) => sum + Math.min(one, most), 0),
    add(key: string, some: number) {
      const sum = (sums.get(key) ?? 0) + some;
      total += some;
      if (sum === 0) sums.delete(key);
      else sums.set(key, sum);
    },
  };
}
