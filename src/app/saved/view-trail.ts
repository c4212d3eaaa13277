/** How many changes can be undone. */
export const DEPTH = 20;

/** The changes of a view as long as the page is open: what it was before and, where some are undone, after. */
export interface Trail<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
}

export const beginTrail = <T>(now: T): Trail<T> => ({ past: [], now, future: [] });

/** Notes a change. What was undone before it is gone. */
export function noteChange<T>({ past, now }: Trail<T>, next: T): Trail<T> {
  return { past: [...past, now].slice(-DEPTH), now: next, future: [] };
}

/** A change back; undefined where there is none. */
export function undo<T>({ past, now, future }: Trail<T>): Trail<T> | undefined {
  const before = past.at(-1);
  if (before === undefined) return undefined;
  return { past: past.slice(0, -1), now: before, future: [now, ...future] };
}

/** What was undone last, done again; undefined where nothing was. */
export function redo<T>({ past, now, future }: Trail<T>): Trail<T> | undefined {
  const [next, ...later] = future;
  return next === undefined ? undefined : { past: [...past, now], now: next, future: later };
}
