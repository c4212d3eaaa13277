import { useState } from "react";

/** What was known last, until it is known anew. */
export function useLast<T extends string | boolean | null>(known: T | undefined): T | undefined {
  const [last, setLast] = useState(known);
  if (known !== undefined && known !== last) setLast(known);
  return known === undefined ? last : known;
}
