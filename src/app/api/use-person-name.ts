import { useQuery } from "@tanstack/react-query";
import { MAX_SEARCH_LENGTH } from "#contract/api/people.ts";
import { FILTERS, type FilterKeyOf } from "#contract/filter/filters.ts";
import { useNameOf } from "./known-names.ts";
import { peopleQuery } from "./people-query.ts";

/**
 * How the person or group of an id is called, as far as it is known; asked for where nothing has told
 * it yet, for a link says nothing of names. Without an instance nothing is.
 */
export function usePersonName(
  instance: string | undefined,
  filter: FilterKeyOf<"person">,
  id: string,
  isAskedFor = true,
): string | undefined {
  const kind = FILTERS[filter].people;
  const known = useNameOf(instance, kind)(id);
  const isWanted = known === undefined && isAskedFor && id.length <= MAX_SEARCH_LENGTH;
  // What is found is learned as it is read.
  useQuery({
    ...peopleQuery({ instance: instance ?? "", kind, q: id }),
    enabled: isWanted && instance !== undefined,
  });
  return known;
}
