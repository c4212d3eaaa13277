import type { SortOrder } from "#contract/record/enums.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";

/** An instant of the list, and how many of its rows stand before the calls of that instant. */
export interface Anchor {
  readonly startTime: number;
  readonly first: number;
}

interface AnchorSearch {
  /** The position in the list that is wanted. */
  readonly index: number;
  /** The list's own range, order and length. */
  readonly range: AbsoluteRange;
  readonly order: SortOrder;
  readonly total: number;
  /** How many rows after the anchor a query reaches. */
  readonly room: number;
  /** One count probe. */
  readonly count: (range: AbsoluteRange) => Promise<number>;
}

/**
 * Finds where to begin a query so that it reaches a row anywhere in the list, by counting how many
 * calls stand before an instant: a few probes, however long the list is. Undefined where no instant
 * will do, since too many calls began in the same one.
 *
 * It guesses as if the calls were spread evenly, and halves what is left every other time, since
 * nights are empty.
 */
export async function findAnchor(search: AnchorSearch): Promise<Anchor | undefined> {
  const { index, range, order, total, room, count } = search;
  // Milliseconds from the list's beginning, so that both orders grow the same way.
  const instantAt = (ms: number) => (order === "DESC" ? range.to - ms : range.from + ms);
  const countBefore = (ms: number) =>
    count(
      order === "DESC"
        ? { from: instantAt(ms) + 1, to: range.to }
        : { from: range.from, to: instantAt(ms) - 1 },
    );
  let low = { ms: 0, rows: 0 };
  let high = { ms: range.to - range.from + 1, rows: Math.max(total, index + 1) };
  const wanted = Math.max(0, index - room / 2);
  for (let step = 0; index - low.rows >= room; step += 1) {
    if (high.ms - low.ms <= 1) return undefined;
    const share =
      step % 2 === 1 || high.rows <= low.rows ? 0.5 : (wanted - low.rows) / (high.rows - low.rows);
    const guess = Math.round(low.ms + share * (high.ms - low.ms));
    const ms = Math.min(high.ms - 1, Math.max(low.ms + 1, guess));
    const rows = await countBefore(ms);
    if (rows <= index) low = { ms, rows };
    else high = { ms, rows };
  }
  return { startTime: instantAt(low.ms), first: low.rows };
}
