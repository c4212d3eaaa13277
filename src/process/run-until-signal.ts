/** `timeout` and some supervisors send a signal twice at once: to the process, and to its group. */
const SAME_SIGNAL_MS = 1_000;

interface Closeable {
  close(): Promise<unknown>;
}

export interface Run {
  /** Aborted by the first signal, even while the process is still starting. */
  readonly signal: AbortSignal;
  /** To be closed at the end, the latest first. */
  add(part: Closeable): void;
}

/**
 * The life of a server's process: it starts, runs until SIGINT or SIGTERM, closes what is open, and
 * ends. A second signal does not wait. A start that fails closes what was open by then.
 *
 * @param explain what to print of an error that ends the start
 */
export async function runUntilSignal(
  start: (run: Run) => Promise<void>,
  explain: (error: unknown) => unknown,
): Promise<never> {
  const stop = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    stop.signal.addEventListener("abort", () => resolve());
  });
  let signalledAt = Number.POSITIVE_INFINITY;
  for (const name of ["SIGINT", "SIGTERM"] as const)
    process.on(name, () => {
      if (performance.now() - signalledAt > SAME_SIGNAL_MS) process.exit(1);
      signalledAt = Math.min(signalledAt, performance.now());
      stop.abort();
    });
  const parts: Closeable[] = [];
  let exitCode = 0;
  try {
    await start({ signal: stop.signal, add: (part) => parts.unshift(part) });
    await stopped;
  } catch (error) {
    // Told to stop, a start fails as it should.
    if (!stop.signal.aborted) {
      console.error(explain(error));
      exitCode = 1;
    }
  }
  try {
    for (const part of parts) await part.close();
  } catch (error) {
    console.error(error);
    exitCode = 1;
  }
  process.exit(exitCode);
}
