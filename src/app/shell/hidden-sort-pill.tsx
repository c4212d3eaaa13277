import { useTranslations } from "use-intl";
import { FilterPill } from "#app/filters/filter-pill.tsx";
import { useLabels } from "#app/i18n/use-labels.ts";
import { columnSorts, isSameSort } from "#app/records/columns/column-sorts.ts";
import { useView } from "#app/view/use-view.tsx";
import { DEFAULT_SORT } from "#contract/view/sort.ts";

/** The order of the list where no heading shows it, and the way back to the usual one. */
export function HiddenSortPill() {
  const t = useTranslations("columns");
  const { fields } = useLabels();
  const { view, change } = useView();
  const { sort } = view;
  const words = columnSorts(sort.field, sort).find((one) => isSameSort(one.sort, sort))?.words;
  return (
    <FilterPill
      label={t("sorted")}
      text={
        words === undefined ? fields[sort.field] : `${fields[sort.field]} · ${t(`menu.${words}`)}`
      }
      isIdle={false}
      onRemove={() => change({ sort: DEFAULT_SORT })}
    />
  );
}
