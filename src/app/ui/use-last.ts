import { useState } from "react";

/**
 * What was known last, until it is known anew.
 *
 * @param known the same while nothing is new: an object by its identity
 * @param isVoid whether what was known before says nothing any more
 */
export function useLast<T>(known: T | undefined, isVoid = false): T | undefined {
  const [last, setLast] = useState(known);
  const next = known === undefined && !isVoid ? last : known;
  if (next !== last) setLast(next);
  return next;
}
