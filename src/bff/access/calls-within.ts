import type { CallReader } from "#bff/calls/call-reader.ts";
import type { RecordsPage } from "#bff/upstream/list-records.ts";
import { overridingCriterion } from "#contract/filter/criteria.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import { DEFAULT_SORT } from "#contract/view/sort.ts";
import { isWithin, type OwnScope } from "./own-scope.ts";
import { waitForStep } from "./same-time.ts";

/**
 * A call reader that gives no call beyond a scope. Who asks for a call by its id, beside which the upstream
 * heeds no other filter, is told as much of one that is not theirs as of one that there is not, at the cost
 * of the same upstream calls and in the same time.
 */
export function callsWithin(reader: CallReader, scope: OwnScope | undefined): CallReader {
  return scope === undefined ? reader : bounded(reader, scope);
}

function bounded(reader: CallReader, scope: OwnScope): CallReader {
  /** @throws Error where nothing bounds the calls: a view has been filled in before it comes here */
  function refuseUnbounded(criteria: Criteria): void {
    const named = criteria[scope.filter];
    const isBounded = named !== undefined && scope.ids.includes(named);
    if (!isBounded && !isById(criteria))
      throw new Error("Calls beyond the reader's are asked for.");
  }

  function own<P extends RecordsPage>(page: P, criteria: Criteria): P {
    const records = page.records.filter((record) => isWithin(record, scope));
    const doesCount = page.total !== null && isById(criteria);
    return { ...page, records, ...(doesCount && { total: records.length }) };
  }

  const page: CallReader["page"] = async (request, asking) => {
    refuseUnbounded(request.criteria);
    const beganAt = performance.now();
    const read = own(await reader.page(request, asking), request.criteria);
    if (isById(request.criteria) && read.records.length === 0)
      await waitForStep(beganAt, asking.signal);
    return read;
  };

  return {
    page,
    async count(calls, asking) {
      refuseUnbounded(calls.criteria);
      if (!isById(calls.criteria)) return reader.count(calls, asking);
      // What the upstream counts may be another's.
      const { instance, range, criteria } = calls;
      const first = { instance, range, criteria, sort: DEFAULT_SORT, page: 1, pageSize: PAGE_SIZE };
      return (await page(first, asking)).records.length;
    },
    mayGrow: reader.mayGrow,
    knownPage(request, rights) {
      const known = reader.knownPage(request, rights);
      return known && own(known, request.criteria);
    },
  };
}

function isById(criteria: Criteria): boolean {
  return overridingCriterion(criteria) !== undefined;
}
