import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { namesOf } from "#app/api/known-names.ts";
import { numberOf, useKnownNumbers } from "#app/api/known-numbers.ts";
import { sessionQuery } from "#app/api/session-query.ts";
import { toldSoFar } from "#app/api/told.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { useShareWords } from "#app/i18n/use-share-words.ts";
import { useView } from "#app/view/use-view.tsx";
import { activeCriteria, overridingCriterion } from "#contract/filter/criteria.ts";
import { FILTERS } from "#contract/filter/filters.ts";
import { criterionWords } from "./criterion-words.ts";
import { withoutNumbers } from "./without-numbers.ts";

interface TextParts {
  /** Which range, in words. */
  readonly time: string;
  /** Line by line; nothing while none are known. */
  readonly figures: string;
  readonly link: string;
}

/** The view in hand as a message to somebody: plain text, in the language around, with no number in clear. */
export function useShareText({ time, figures, link }: TextParts): string {
  const words = useShareWords();
  const labels = useLabels();
  const client = useQueryClient();
  const known = useKnownNumbers();
  const { instances } = useSuspenseQuery(sessionQuery()).data;
  const { view, instance } = useView();
  const { criteria } = view;
  const overriding = overridingCriterion(criteria);
  const filters = (overriding === undefined ? activeCriteria(criteria) : [overriding]).map(
    (key) =>
      `${labels.filters[key]} ${criterionWords(labels, key, criteria, {
        maskedOf: (filter, value) => numberOf(known, instance, filter, value)?.masked,
        nameOf: (filter, id) =>
          toldSoFar(client, namesOf(instance, FILTERS[filter].people)).get(id),
      })}`,
  );
  const named = instances.find(({ id }) => id === instance)?.name ?? instance ?? "";
  return [
    `${labels.app.title} · ${withoutNumbers(named)}`,
    words.timeLine(time),
    ...(filters.length > 0 ? [words.filterLine(filters.join(words.between))] : []),
    ...(figures === "" ? [] : [figures]),
    link,
  ].join("\n");
}
