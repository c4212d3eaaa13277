import { useTranslations } from "use-intl";
import { numberOf, shownOf, useKnownNumbers } from "#app/api/known-numbers.ts";
import { useView } from "#app/view/use-view.tsx";
import type { FilterKeyOf } from "#contract/filter/filters.ts";
import { FilterPill, type FilterPillProps } from "./filter-pill.tsx";

/** The pill of a number: its text is a token, and what is shown is what the reader may know of it. */
export function NumberPill({
  filter,
  ...pill
}: FilterPillProps & { filter: FilterKeyOf<"phone"> }) {
  const t = useTranslations("panel");
  const { instance } = useView();
  const told = numberOf(useKnownNumbers(), instance, filter, pill.text);
  return (
    <FilterPill
      {...pill}
      text={shownOf(told)}
      note={told?.mayFollow === false ? t("foreignNumber") : undefined}
    />
  );
}
