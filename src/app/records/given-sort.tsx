import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useSay } from "#app/ui/use-say.tsx";
import { useChange } from "#app/view/use-view.tsx";
import { MOST_SORTED } from "#contract/record/list-limits.ts";
import type { Sort } from "#contract/view/sort.ts";

/**
 * More calls of a duration's range than can be read stand in the order of that duration alone: the address
 * then says so itself, and the reader is told.
 */
export function GivenSort({ sort }: { sort: Sort }) {
  const change = useChange();
  const say = useSay();
  const t = useTranslations();
  const { count } = useFormats();
  useEffect(() => {
    change({ sort }, "replace");
    const field = t(`fields.${sort.field}`);
    say("info", t("records.givenSort", { field, count: count(MOST_SORTED) }), "given-sort");
  }, [sort, change, say, t, count]);
  return null;
}
