import Segmented from "antd/es/segmented";
import { useTranslations } from "use-intl";
import { FILTERS, type FilterKeyOf, type FilterValue } from "#contract/filters.ts";
import { useLabels } from "#app/i18n/labels.ts";
import { optionLabel } from "./option-label.ts";
import type { ControlProps } from "./filter-control.tsx";
import { useSetCriterion } from "./use-set-criterion.ts";

const ANY = "";

/** One of few: all, or one of the options. */
export function ChoiceControl(props: ControlProps<FilterKeyOf<"choice">>) {
  const { filter, value, disabled } = props;
  const set = useSetCriterion(filter);
  const labels = useLabels();
  const t = useTranslations("panel");
  const documented: readonly string[] = FILTERS[filter].options;
  const options =
    value === undefined || documented.includes(value) ? documented : [...documented, value];
  return (
    <Segmented<string>
      block
      size="small"
      aria-label={labels.filters[filter]}
      disabled={disabled}
      value={value ?? ANY}
      options={[
        { value: ANY, label: t("any") },
        ...options.map((option) => ({ value: option, label: optionLabel(labels, filter, option) })),
      ]}
      onChange={(next) =>
        set(next === ANY ? undefined : (next as FilterValue<FilterKeyOf<"choice">>))
      }
    />
  );
}
