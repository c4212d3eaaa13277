/** How long each of many runs took, ms. */
export type Samples = readonly number[];

/** `share` of the samples took at most this long; 0.5 is the median. */
export function quantile(samples: Samples, share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}

/**
 * Runs the candidates in turn, so that whatever else the machine does falls on all alike.
 *
 * @param warmUp rounds before those that count
 */
export async function measureInTurn<Name extends string>(
  candidates: Readonly<Record<Name, () => Promise<unknown>>>,
  rounds: { warmUp: number; counted: number },
): Promise<Record<Name, Samples>> {
  // The casts give `Object.entries` and `fromEntries` back the names they were given.
  const entries = Object.entries(candidates) as [Name, () => Promise<unknown>][];
  const samples = Object.fromEntries(entries.map(([name]) => [name, []])) as unknown as Record<
    Name,
    number[]
  >;
  for (let round = -rounds.warmUp; round < rounds.counted; round += 1)
    for (const [name, run] of round % 2 === 0 ? entries : entries.toReversed()) {
      const startedAt = performance.now();
      await run();
      if (round >= 0) samples[name].push(performance.now() - startedAt);
    }
  return samples;
}

/** A table row's numbers: `ms`, two digits after the point. */
export function summary(samples: Samples): Record<"p10" | "median" | "p95" | "runs", string> {
  const digits = (ms: number) => ms.toFixed(2);
  return {
    // On a machine that is busy with other things the quick tenth tells more than the median.
    p10: digits(quantile(samples, 0.1)),
    median: digits(quantile(samples, 0.5)),
    p95: digits(quantile(samples, 0.95)),
    runs: String(samples.length),
  };
}
