import { setTimeout } from "node:timers/promises";

/** Longer than most upstream calls take, so that most answers come at the first step. */
const STEP_MS = 250;

/**
 * Waits for the next step since `beganAt` (ms, monotonic). To find a call takes the upstream longer than to
 * find none: where both are answered alike, and at once, the time would tell which it was.
 *
 * @throws the signal's reason
 */
export async function waitForStep(beganAt: number, signal: AbortSignal): Promise<void> {
  const passed = performance.now() - beganAt;
  await setTimeout(STEP_MS - (passed % STEP_MS), undefined, { signal }).catch(() =>
    signal.throwIfAborted(),
  );
}
