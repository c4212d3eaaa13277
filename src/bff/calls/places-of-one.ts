import { createShares, type Shares } from "./shares.ts";

/** Whose places: a call counts for a reader and for an instance, where it says so. */
export interface Taker {
  readonly readerName?: string | undefined;
  readonly instance?: string | undefined;
}

/** Shares by the key that a call has in each. */
type Keys = readonly (readonly [Shares, string | undefined])[];

/**
 * What one reader and what one instance may have of the places upstream, so that neither has all of them,
 * whatever hangs.
 */
export interface PlacesOfOne {
  /** Of every call. */
  inAll(taker: Taker): Keys;
  /** Of probes, beside that: rows must not wait for probes of the same. */
  forProbes(taker: Taker): Keys;
  /** Of rows, beside that. */
  forRows(taker: Taker): Keys;
  /** How many places rows of one reader have at one instance, at this moment, where they are so many. */
  rowsOfOne(rows: number): number;
}

/** Of all places. */
const IN_ALL = 0.75;
const FOR_PROBES = 0.5;
/**
 * Rows of one reader at one instance: alone, and while others read, too. Then it is as much as a screen
 * needs, for an upstream that is busy with one is slower for all; and one place for whoever asks for more
 * than any screen does.
 */
const FOR_ROWS = { alone: 0.5, amongOthers: 0.125 };
const MOST_OF_A_SCREEN = 8;

/**
 * @param places upstream calls at once
 * @param clock monotonic, ms
 */
export function createPlacesOfOne(places: number, clock: () => number): PlacesOfOne {
  const part = (share: number) => Math.max(1, Math.floor(places * share));
  const most = {
    forProbes: part(FOR_PROBES),
    // However few there are: one who is alone has rows beside probes.
    inAll: Math.max(part(IN_ALL), part(FOR_PROBES) + 1),
  };
  const byBoth = (mostOfKey: number) => ({
    readers: createShares(() => mostOfKey, clock),
    instances: createShares(() => mostOfKey, clock),
  });
  const all = byBoth(most.inAll);
  const probes = byBoth(most.forProbes);
  function rowsOfOne(count: number): number {
    if (all.readers.size <= 1) return part(FOR_ROWS.alone);
    return count > MOST_OF_A_SCREEN ? 1 : part(FOR_ROWS.amongOthers);
  }
  // By instance, since readers who come from one address without a name are one.
  const rows = createShares(rowsOfOne, clock);
  const keysOf =
    ({ readers, instances }: ReturnType<typeof byBoth>) =>
    ({ readerName, instance }: Taker): Keys => [
      [readers, readerName],
      [instances, instance],
    ];
  return {
    inAll: keysOf(all),
    forProbes: keysOf(probes),
    forRows: ({ readerName, instance }) => [
      [rows, readerName === undefined ? undefined : `${readerName}\n${instance}`],
    ],
    rowsOfOne,
  };
}
