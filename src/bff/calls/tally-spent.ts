import type { Spent } from "#contract/api/spent.ts";

/** Adds up what a reply has cost upstream: `spent` grows with every call that is told. */
export function tallySpent(): { spent: Spent; onSpent: (some: Spent) => void } {
  const spent = { calls: 0, throttled: 0 };
  return {
    spent,
    onSpent({ calls, throttled }) {
      spent.calls += calls;
      spent.throttled += throttled;
    },
  };
}
