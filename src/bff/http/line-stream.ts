import { PassThrough } from "node:stream";
import type { Spent } from "#contract/api/spent.ts";

/** How often the reader is told what was spent. */
const SPENT_EVERY_MS = 250;
/** Nothing for so long, and the browser could not tell waiting from a way that is broken. */
const SIGN_OF_LIFE_MS = 10_000;

/** What a reply has cost since it was last told, and whether it waits for an upstream that throttles. */
interface SpentLine {
  readonly spent: Spent;
  readonly waiting: boolean;
}

/** A reply in lines of JSON (NDJSON), each as soon as it is known. */
export interface LineStream<Line> {
  /** What is sent. */
  readonly stream: PassThrough;
  /** Nothing once the browser has left. */
  write(line: Line): void;
  onSpent(some: Spent): void;
  /** Tells what is left to be told. What `log` says is behind the last of it: unlogged, the reply breaks off. */
  end(log?: () => Promise<void>, onUnlogged?: (error: unknown) => void): void;
}

export interface LineStreamDeps {
  readonly signal: AbortSignal;
  /** Whether upstream calls for it wait at this moment. */
  readonly isWaiting: () => boolean;
  /** Every so often, while it is open. */
  readonly onTick?: () => void;
}

export function createLineStream<Line>(deps: LineStreamDeps): LineStream<Line | SpentLine> {
  const { signal, isWaiting, onTick } = deps;
  const stream = new PassThrough();
  let toldAt = performance.now();
  let spent: Spent = { calls: 0, throttled: 0 };
  let wasWaiting = false;

  function write(line: Line | SpentLine) {
    if (signal.aborted || stream.writableEnded) return;
    toldAt = performance.now();
    stream.write(`${JSON.stringify(line)}\n`);
  }
  function tellSpent(waiting: boolean) {
    const isNews = spent.calls > 0 || spent.throttled > 0 || waiting !== wasWaiting;
    if (!isNews && performance.now() - toldAt < SIGN_OF_LIFE_MS) return;
    write({ spent, waiting });
    spent = { calls: 0, throttled: 0 };
    wasWaiting = waiting;
  }
  const timer = setInterval(() => {
    tellSpent(isWaiting());
    onTick?.();
  }, SPENT_EVERY_MS);

  return {
    stream,
    write,
    onSpent({ calls, throttled }) {
      spent = { calls: spent.calls + calls, throttled: spent.throttled + throttled };
    },
    end(log = () => Promise.resolve(), onUnlogged) {
      clearInterval(timer);
      tellSpent(false);
      log().then(
        () => stream.end(),
        (error: unknown) => {
          onUnlogged?.(error);
          stream.destroy();
        },
      );
    },
  };
}
