const FIRST_MS = 1_000;
const MOST_MS = 30_000;

/**
 * How long to wait before it is tried whether the way is whole again, ms: longer each time, and not the
 * same for all readers, who lost the server in the same moment.
 *
 * @param tries how often it was tried in vain
 * @param chance from 0 to 1
 */
export function waitBeforeTry(tries: number, chance: number): number {
  return Math.min(MOST_MS, FIRST_MS * 2 ** tries) * (0.5 + chance / 2);
}
