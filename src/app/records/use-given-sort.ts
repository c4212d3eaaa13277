import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useSay } from "#app/ui/use-say.tsx";
import { useView } from "#app/view/use-view.tsx";
import { MOST_SORTED } from "#contract/record/list-limits.ts";
import type { CallList } from "#contract/view/call-set.ts";
import { givenSortQuery } from "./list/rows-query.ts";

/**
 * More calls of a duration's range than can be read stand in the order of that duration alone: the view then
 * says so itself, and the reader is told.
 */
export function useGivenSort(asked: CallList): void {
  const { data: given } = useQuery(givenSortQuery(asked));
  const { change } = useView();
  const say = useSay();
  const t = useTranslations();
  const { count } = useFormats();
  useEffect(() => {
    if (given === undefined) return;
    change({ sort: given }, "replace");
    const field = t(`fields.${given.field}`);
    say("info", t("records.givenSort", { field, count: count(MOST_SORTED) }), "given-sort");
  }, [given, change, say, t, count]);
}
