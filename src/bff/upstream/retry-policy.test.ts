import fc from "fast-check";
import { expect, test } from "vitest";
import { createRetryPolicy } from "./retry-policy.ts";
import { UpstreamError } from "./upstream-error.ts";

const failed = new UpstreamError("upstream_failed", { retriable: true });
const throttled = (retryAfterMs?: number) =>
  new UpstreamError("upstream_throttled", { retriable: true, retryAfterMs });

test("throttling is waited for until the deadline, each time longer, never sooner than asked", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: undefined }),
      fc.integer({ min: 0, max: 30_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (tries, retryAfterMs, leftMs, chance) => {
        const policy = createRetryPolicy(
          () => 0,
          () => chance,
        );
        const wait = policy.waitBefore(throttled(retryAfterMs), tries, tries, leftMs);
        const backoff = Math.min(4_000, 100 * 2 ** (tries - 1));
        const expected = (retryAfterMs ?? 0) + backoff / 2 + (backoff / 2) * chance;
        expect(wait === undefined).toBe(expected >= leftMs);
        expect(wait ?? expected).toBeCloseTo(expected);
      },
    ),
  );
});

test("a call that fails is tried again three times", () => {
  const policy = createRetryPolicy(() => 0);
  const waits = [1, 2, 3, 4].map((tries) => policy.waitBefore(failed, tries, 0, 10_000));
  expect(waits.map((wait) => wait !== undefined)).toEqual([true, true, true, false]);
});

test("an upstream that is down sees a fifth more than it is asked, and ten", () => {
  const policy = createRetryPolicy(() => 0);
  let sent = 0;
  for (let call = 0; call < 1_000; call += 1) {
    policy.noteCall();
    for (let tries = 1; ; tries += 1) {
      sent += 1;
      if (policy.waitBefore(failed, tries, 0, 10_000) === undefined) break;
    }
  }
  expect(sent).toBeLessThanOrEqual(1_000 * 1.2 + 10);
  expect(sent).toBeGreaterThan(1_150);
});

test("where few call, the floor comes back with time, and no more than the floor", () => {
  let now = 0;
  const policy = createRetryPolicy(() => now);
  const takeAll = () => {
    let taken = 0;
    while (policy.waitBefore(failed, 1, 0, 10_000) !== undefined) taken += 1;
    return taken;
  };
  expect(takeAll()).toBe(10);
  now += 12_000;
  expect(takeAll()).toBe(2);
  now += 3_600_000;
  expect(takeAll()).toBe(10);
});
