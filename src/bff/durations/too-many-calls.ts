import { BffError } from "#bff/http/bff-error.ts";
import { FILTERS, type DurationKey } from "#contract/filter/filters.ts";

/** Why calls by a duration are not found, or not counted. */
export function tooManyCalls(field: DurationKey): BffError {
  return new BffError("too_many_calls", {
    field: FILTERS[field].url,
    detail:
      "The upstream does not filter by a duration, and there are too many calls to find or count these by it: narrow the time range.",
  });
}
