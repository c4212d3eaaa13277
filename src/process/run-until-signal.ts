import { StartError } from "./start-error.ts";
import { listenForStop } from "./stop-signal.ts";

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
 */
export async function runUntilSignal(start: (run: Run) => Promise<void>): Promise<never> {
  const { signal } = listenForStop();
  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve());
  });
  const parts: Closeable[] = [];
  let exitCode = 0;
  try {
    await start({ signal, add: (part) => parts.unshift(part) });
    await stopped;
  } catch (error) {
    // Told to stop, a start fails as it should.
    if (!signal.aborted) {
      console.error(error instanceof StartError ? error.message : error);
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
