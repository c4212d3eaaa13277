import { useState } from "react";
import { arrangeValues, type Arrangement, type FacetOrder } from "./arrange-values.ts";

interface Arranged {
  readonly by: readonly unknown[];
  readonly values: readonly string[];
}

/**
 * Values in an order that changes with a whole answer or at the reader's wish, and never while counts
 * come in or by a tick: nothing moves away under a pointer. What turns up meanwhile stands at the end,
 * or if it was chosen, and no list knows it, at the beginning.
 *
 * @param wholes the whole answers by which values are ordered, or undefined for those to come
 */
export function useArrangedValues(
  arrangement: Arrangement,
  wholes: readonly [present: unknown, before: unknown],
): readonly string[] {
  const { order, documented, chosen } = arrangement;
  const values = [...new Set(arrangement.values)];
  const [held, setHeld] = useState<Arranged>({ by: [], values: [] });
  const by = keyOf(order, wholes);
  let arranged = held.values;
  if (by !== undefined && !isSame(by, held.by)) {
    arranged = arrangeValues(arrangement);
    setHeld({ by, values: arranged });
  }
  if (arranged.length === 0 && documented.length > 0)
    return arrangeValues({ ...arrangement, order: "listed" });
  const rest = values.filter((value) => !arranged.includes(value));
  const first = documented.length > 0 ? [] : rest.filter((value) => chosen.includes(value));
  return [
    ...first,
    ...arranged.filter((value) => values.includes(value)),
    ...rest.filter((value) => !first.includes(value)),
  ];
}

function keyOf(order: FacetOrder, [present, before]: readonly [unknown, unknown]) {
  if (present === undefined) return undefined;
  return order === "change" ? [order, present, before] : [order, present];
}

const isSame = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((one, index) => one === b[index]);
