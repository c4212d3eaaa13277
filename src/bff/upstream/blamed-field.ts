import { UPSTREAM_KEYS, FILTERS } from "#contract/filter/filters.ts";

const URL_NAMES = new Map<string, string>([
  ["InstanceId", "instance"],
  ["PageNumber", "page"],
  ["PageSize", "size"],
  ["StartTime", "from"],
  ["EndTime", "to"],
  ["OrderByField", "sort"],
  ["SortOrder", "sort"],
  ["SearchPattern", "q"],
  ...UPSTREAM_KEYS.map((key) => [FILTERS[key].wire, FILTERS[key].url] as const),
]);

/**
 * Our name of the parameter that an upstream message blames, such as `phone` for "The format of
 * parameter Criteria is invalid". Nothing else of the message is taken: it may quote the value.
 */
export function blamedField(message: string): string | undefined {
  const wire = /\bparameter\s+([A-Za-z]+)/i.exec(message)?.[1];
  return wire === undefined ? undefined : URL_NAMES.get(wire);
}
