import { NUMBER_SIDES } from "#contract/api/links.ts";
import { FILTERS, isKind } from "#contract/filter/filters.ts";
import { filterOf } from "./cell-action-filter.ts";
import type { CellContext, CellTarget, NumberOfCall } from "./cell-action.ts";
import { targetValue } from "./target-value.ts";

/** The upstream compares with the real number, of which a mask is no part. */
export const isWhole = (number: string) => !number.includes("*");

/** The number pointed at, by its call, where the reader sees it masked or may not search by one. */
export function numberOfCall(
  target: CellTarget,
  { seesNumbers, mayFilterBy }: Pick<CellContext, "seesNumbers" | "mayFilterBy">,
): NumberOfCall | undefined {
  const { field, record } = target;
  const { contactId } = record;
  const filter = field && filterOf(field);
  const value = field && targetValue(target, field);
  if (contactId === undefined || value === undefined) return undefined;
  if (filter === undefined || filter === "time" || !isKind(filter, "phone")) return undefined;
  const side = NUMBER_SIDES.find((name) => FILTERS[filter].url === name);
  if (side === undefined) return undefined;
  const isHidden = isWhole(value) ? !mayFilterBy(filter, value) : !seesNumbers;
  return isHidden ? { contactId, side, filter } : undefined;
}
