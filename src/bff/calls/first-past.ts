/** Where a place is looked for: it is past `low` and no later than `high`. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * The first of the numbers past `low` that is past what is sought, or `high` where none before it is;
 * once one is past, all that follow are. Asked outwards from a guess, in doubled steps, then by halves;
 * without a guess by halves alone.
 */
export async function firstPast(
  { low, high }: Bounds,
  guess: number | undefined,
  isPast: (at: number) => Promise<boolean>,
): Promise<number> {
  let [under, over] = [low, high];
  let step = 1;
  while (over - under > 1) {
    let at = Math.floor((under + over) / 2);
    const isBetween = under > low && over < high;
    if (guess !== undefined && !isBetween) {
      const isFirst = under === low && over === high;
      const next = under === low ? over - step : under + step;
      at = Math.min(over - 1, Math.max(under + 1, isFirst ? Math.round(guess) : next));
      if (!isFirst) step *= 2;
    }
    if (await isPast(at)) over = at;
    else under = at;
  }
  return over;
}
