import {
  CRITERION_KEYS,
  FILTERS,
  type Criteria,
  type CriterionKey,
} from "#contract/filter/filters.ts";
import type { Sort } from "#contract/view/sort.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";

/** What one call of `ListCallDetailRecords` asks. */
export interface ListRequest {
  readonly instance: string;
  readonly time: AbsoluteRange;
  readonly criteria: Criteria;
  readonly sort: Sort;
  /** 1–100 */
  readonly page: number;
  /** 1–100 */
  readonly pageSize: number;
}

/** The wire's text of one criterion, by the row's declared kind. */
function writeCriterion(key: CriterionKey, criteria: Criteria): string | undefined {
  const row = FILTERS[key];
  const value = criteria[key];
  if (value === undefined) return undefined;
  switch (row.kind) {
    case "multi-choice":
    case "words":
      return JSON.stringify(value);
    case "phone":
      // `Criteria` is JSON with this one key; the other two are the number itself.
      return row.wire === "Criteria" ? JSON.stringify({ phoneNumber: value }) : String(value);
    case "choice":
    case "text":
    case "person":
      return String(value);
    default:
      return row satisfies never;
  }
}

/**
 * The parameters to sign and send. Both ends of the time range are always there: a range that ends
 * at an implicit "now" would page over a growing set.
 */
export function writeListRequest(request: ListRequest): Record<string, string> {
  const params: Record<string, string> = {
    InstanceId: request.instance,
    PageNumber: String(request.page),
    PageSize: String(request.pageSize),
    StartTime: String(request.time.from),
    EndTime: String(request.time.to),
    OrderByField: request.sort.field,
    SortOrder: request.sort.order,
  };
  for (const key of CRITERION_KEYS) {
    const text = writeCriterion(key, request.criteria);
    if (text !== undefined) params[FILTERS[key].wire] = text;
  }
  return params;
}
