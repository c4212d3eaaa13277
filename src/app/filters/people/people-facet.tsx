import { useCallback, useEffect } from "react";
import { Facet } from "#app/filters/facet/facet.tsx";
import type { FacetProps } from "#app/filters/facet/use-facet.ts";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { useView } from "#app/view/use-view.tsx";
import { useChoosing } from "#app/filters/facet/use-choosing.ts";
import { learnNames, useNameOf } from "#app/api/known-names.ts";
import type { PeopleKey } from "#app/api/people-kinds.ts";
import { useRecentPeople } from "./recent-people.ts";
import classes from "./people-facet.module.css";

// antd's list for choosing is heavy, and most readers never look for a person.
const PeoplePicker = createLazyPart(() =>
  import("./people-picker.tsx").then((module) => module.PeoplePicker),
);

const NONE: readonly string[] = [];

/** Agents or skill groups: those of the newest calls with their counts, and any other by name or id. */
export function PeopleFacet(props: Omit<FacetProps, "facet"> & { facet: PeopleKey }) {
  const { facet, chosen, disabled } = props;
  const { instance = "" } = useView();
  const [recent, addRecent] = useRecentPeople(facet, instance);
  const nameOf = useNameOf(instance, facet);
  useEffect(
    () =>
      learnNames(
        instance,
        facet,
        recent.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name] as const])),
      ),
    [instance, facet, recent],
  );
  const onNames = useCallback(
    (names: ReadonlyMap<string, string>) => learnNames(instance, facet, names),
    [instance, facet],
  );
  const onChosen = useCallback(
    (id: string) => addRecent({ id, name: nameOf(id) }),
    [addRecent, nameOf],
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
      <Facet
        {...props}
        recent={recent.map(({ id }) => id)}
        nameOf={nameOf}
        onNames={onNames}
        onChosen={onChosen}
      />
    </>
  );
}
