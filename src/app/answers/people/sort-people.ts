import type { SomeFigures } from "#contract/api/figures.ts";
import type { LevelFormula } from "#contract/filter/service-level.ts";
import type { PeopleOrder } from "#contract/view/people-order.ts";
import { figureOf } from "./people-figure.ts";

interface Sortable {
  readonly id: string;
  readonly name: string;
  readonly now: SomeFigures | undefined;
}

/** Lines in the order of a column; who has no figure in it comes last in either direction. */
export function sortPeople<R extends Sortable>(
  rows: readonly R[],
  { column, order }: PeopleOrder,
  formula: LevelFormula,
  locale: string,
): readonly R[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const byName = (a: R, b: R) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  const sign = order === "DESC" ? -1 : 1;
  if (column === "name") return rows.toSorted((a, b) => sign * byName(a, b));
  const valueOf = ({ now }: R) => {
    const value = figureOf(column, now, formula);
    return typeof value === "number" ? value : undefined;
  };
  return rows.toSorted((a, b) => {
    const [of, other] = [valueOf(a), valueOf(b)];
    if (of === undefined || other === undefined)
      return of === other ? byName(a, b) : of === undefined ? 1 : -1;
    return sign * (of - other) || byName(a, b);
  });
}
