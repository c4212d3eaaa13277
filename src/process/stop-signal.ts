import { constants } from "node:os";

/** `timeout` and some supervisors send a signal twice at once: to the process, and to its group. */
const SAME_SIGNAL_MS = 1_000;

export interface Stop {
  /** Aborted by the first SIGINT or SIGTERM. A second one does not wait, and ends the process. */
  readonly signal: AbortSignal;
  /** 128 and the signal's number, as shells have it; undefined while none has come. */
  exitCode(): number | undefined;
}

export interface StopDeps {
  readonly self?: Pick<NodeJS.Process, "on" | "exit">;
  /** Monotonic, ms. */
  readonly clock?: () => number;
}

/** From now on a signal no longer ends the process by itself. */
export function listenForStop(deps: StopDeps = {}): Stop {
  const { self = process, clock = () => performance.now() } = deps;
  const controller = new AbortController();
  let first: { readonly exitCode: number; readonly at: number } | undefined;
  for (const name of ["SIGINT", "SIGTERM"] as const)
    self.on(name, () => {
      if (first !== undefined && clock() - first.at > SAME_SIGNAL_MS) self.exit(first.exitCode);
      first ??= { exitCode: 128 + constants.signals[name], at: clock() };
      controller.abort();
    });
  return { signal: controller.signal, exitCode: () => first?.exitCode };
}
