import { useQuery } from "@tanstack/react-query";
import { peopleQuery } from "#app/api/people-query.ts";
import { FilterPill, type FilterPillProps } from "#app/facets/filter-pill.tsx";
import { useView } from "#app/view/use-view.tsx";
import { useNameOf } from "./known-names.ts";
import { KIND_OF } from "./people-kinds.ts";
import type { PeopleKey } from "./recent-people.ts";

/** The pill of a person or a group: its text is an id, and what is shown is the name. */
export function PersonPill({ facet, ...pill }: FilterPillProps & { facet: PeopleKey }) {
  const { instance } = useView();
  const { text: id } = pill;
  const known = useNameOf(instance, facet)(id);
  // A link says nothing of names.
  const { data } = useQuery({
    ...peopleQuery({ instance: instance ?? "", kind: KIND_OF[facet], q: id }),
    enabled: known === undefined && instance !== undefined && !pill.isIdle,
  });
  const name = known ?? data?.people.find((person) => person.id === id)?.name;
  return <FilterPill {...pill} text={name ?? id} />;
}
