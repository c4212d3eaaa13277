import { isFromCustomer } from "#contract/record/aftermath.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { hasReachedNobody, REACHED_NOBODY_DISPOSITIONS } from "#contract/record/reached-nobody.ts";
import type { Criteria } from "./filters.ts";
import { restricted } from "./restricted.ts";

/** The criteria of the calls from customers that reached nobody, among those that match; undefined where none can. */
export function lostCriteria(criteria: Criteria): Criteria | undefined {
  const inbound = restricted(criteria, "contactType", ["Inbound"]);
  return inbound && restricted(inbound, "contactDisposition", REACHED_NOBODY_DISPOSITIONS);
}

/** Whether a customer called and reached nobody. */
export function isLost(record: CallRecord): boolean {
  return isFromCustomer(record) && hasReachedNobody(record);
}
