import { durationRanges } from "#contract/filter/criteria.ts";
import { FILTERS, UPSTREAM_KEYS, type Criteria } from "#contract/filter/filters.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { Sort } from "#contract/view/sort.ts";
import { writeInForm } from "./wire-form.ts";

/** What one call of `ListCallDetailRecords` asks for: one page of a sorted list. */
export interface ListRequest {
  readonly instance: string;
  /** Both ends are sent as they are; they are inclusive. */
  readonly range: AbsoluteRange;
  readonly criteria: Criteria;
  readonly sort: Sort;
  /** 1–100 (`MAX_PAGE`) */
  readonly page: number;
  /** 1–100 (`MAX_PAGE_SIZE`) */
  readonly pageSize: number;
}

/**
 * The parameters of a call of `ListCallDetailRecords`, to sign and send. Both ends of the time range
 * are always among them: a range that ended at the upstream's own "now" would page over a growing set.
 *
 * Authority: the provider's page of `ListCallDetailRecords`, request parameters.
 *
 * @throws Error for a range of a duration: left out, other calls would be given than were asked for
 */
export function writeListRequest(request: ListRequest): Record<string, string> {
  if (durationRanges(request.criteria).length > 0)
    throw new Error("The upstream cannot filter by a duration.");
  const params: Record<string, string> = {
    InstanceId: request.instance,
    PageNumber: String(request.page),
    PageSize: String(request.pageSize),
    StartTime: String(request.range.from),
    EndTime: String(request.range.to),
    OrderByField: request.sort.field,
    SortOrder: request.sort.order,
  };
  for (const key of UPSTREAM_KEYS) {
    const value = request.criteria[key];
    const { wire, form } = FILTERS[key];
    if (value !== undefined) params[wire] = writeInForm(form, value);
  }
  return params;
}
