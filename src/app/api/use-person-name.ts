import { useQuery } from "@tanstack/react-query";
import { MAX_SEARCH_LENGTH } from "#contract/api/people.ts";
import { useNameOf } from "./known-names.ts";
import { KIND_OF, type PeopleKey } from "./people-kinds.ts";
import { peopleQuery } from "./people-query.ts";

/**
 * How the person or group of an id is called, as far as it is known; asked for where nothing has told
 * it yet, for a link says nothing of names. Without an instance nothing is.
 */
export function usePersonName(
  instance: string | undefined,
  facet: PeopleKey,
  id: string,
  isAskedFor = true,
): string | undefined {
  const known = useNameOf(instance, facet)(id);
  const { data } = useQuery({
    ...peopleQuery({ instance: instance ?? "", kind: KIND_OF[facet], q: id }),
    enabled:
      known === undefined && instance !== undefined && isAskedFor && id.length <= MAX_SEARCH_LENGTH,
  });
  return known ?? data?.people.find((person) => person.id === id)?.name;
}
