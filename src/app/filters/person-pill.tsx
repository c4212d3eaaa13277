import { usePersonName } from "#app/api/use-person-name.ts";
import { useView } from "#app/view/use-view.tsx";
import type { FilterKeyOf } from "#contract/filter/filters.ts";
import { FilterPill, type FilterPillProps } from "./filter-pill.tsx";

/** The pill of a person or a group: its text is an id, and what is shown is the name. */
export function PersonPill({ facet, ...pill }: FilterPillProps & { facet: FilterKeyOf<"person"> }) {
  const { instance } = useView();
  const { text: id } = pill;
  const name = usePersonName(instance, facet, id, !pill.isIdle);
  return <FilterPill {...pill} text={name ?? id} />;
}
