import { constants } from "node:os";

/** `timeout` and some supervisors send a signal twice at once: to the process, and to its group. */
const SAME_SIGNAL_MS = 1_000;

export interface Stop {
  /** Aborted by the first SIGINT or SIGTERM. A second one does not wait, and ends the process. */
  readonly signal: AbortSignal;
  /** What shells give a process that was told to stop, 128 and the signal's number; undefined: it was not. */
  exitCode(): number | undefined;
}

/** From now on signals no longer end the process by themselves. */
export function listenForStop(): Stop {
  const controller = new AbortController();
  let exitCode: number | undefined;
  let signalledAt = Number.POSITIVE_INFINITY;
  for (const name of ["SIGINT", "SIGTERM"] as const)
    process.on(name, () => {
      if (performance.now() - signalledAt > SAME_SIGNAL_MS) process.exit(exitCode);
      signalledAt = Math.min(signalledAt, performance.now());
      exitCode ??= 128 + constants.signals[name];
      controller.abort();
    });
  return { signal: controller.signal, exitCode: () => exitCode };
}
