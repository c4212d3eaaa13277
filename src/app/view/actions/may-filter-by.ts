import { hasRight } from "#contract/api/rights.ts";
import type { Session } from "#contract/api/session.ts";
import { isKind } from "#contract/filter/filters.ts";
import type { CellContext } from "./cell-action.ts";

/** Whether a reader's rights let them filter by a value. */
export function mayFilterByOf({
  rights,
  scope,
}: Pick<Session, "rights" | "scope">): CellContext["mayFilterBy"] {
  return (key, value) => {
    if (isKind(key, "phone")) return hasRight(rights, "searchByNumber");
    return key !== scope?.filter || scope.people.some(({ id }) => id === value);
  };
}
