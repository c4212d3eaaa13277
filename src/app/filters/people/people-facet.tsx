import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { learnNamesOfCalls, useNameOf } from "#app/api/known-names.ts";
import { Facet } from "#app/filters/facet/facet.tsx";
import { useChoosing } from "#app/filters/facet/use-choosing.ts";
import type { FacetProps } from "#app/filters/facet/use-facet.ts";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { useView } from "#app/view/use-view.tsx";
import { FILTERS, type FilterKeyOf } from "#contract/filter/filters.ts";
import { useRecentPeople } from "./recent-people.ts";
import classes from "./people-facet.module.css";

// antd's list for choosing is heavy, and most readers never look for a person.
const PeoplePicker = createLazyPart(
  () => import("./people-picker.tsx"),
  (module) => module.PeoplePicker,
);

const NONE: readonly string[] = [];

/** Agents or skill groups: those of the newest calls with their counts, and any other by name or id. */
export function PeopleFacet(props: Omit<FacetProps, "facet"> & { facet: FilterKeyOf<"person"> }) {
  const { facet, chosen, disabled } = props;
  const { instance = "" } = useView();
  const [recent, addRecent] = useRecentPeople(facet, instance);
  const kind = FILTERS[facet].people;
  const knownName = useNameOf(instance, kind);
  const nameOf = useCallback(
    (id: string) => knownName(id) ?? recent.find((person) => person.id === id)?.name,
    [knownName, recent],
  );
  const client = useQueryClient();
  const onChosen = useCallback(
    (id: string) => {
      const person = { id, name: nameOf(id) };
      addRecent(person);
      // Of one chosen on an earlier visit no reply may have told the name.
      learnNamesOfCalls(client, instance, kind, [person]);
    },
    [client, instance, kind, addRecent, nameOf],
  );
  const { onToggle } = useChoosing(facet, NONE, onChosen);
  return (
    <>
      <PeoplePicker
        whenFailed={PartFailed}
        whileLoading={<div className={classes["waiting"]} />}
        facet={facet}
        instance={instance}
        disabled={disabled}
        recent={recent}
        onChoose={(id) => {
          if (!chosen.includes(id)) onToggle(id);
        }}
      />
      <Facet {...props} recent={recent.map(({ id }) => id)} nameOf={nameOf} onChosen={onChosen} />
    </>
  );
}
