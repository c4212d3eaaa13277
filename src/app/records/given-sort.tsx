import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { useDurationWords } from "#app/i18n/use-duration-words.ts";
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
  const { givenSort } = useDurationWords();
  useEffect(() => {
    change({ sort }, "replace");
    const field = t(`fields.${sort.field}`);
    say("info", givenSort(count(MOST_SORTED), field), "given-sort");
  }, [sort, change, say, t, count, givenSort]);
  return null;
}
