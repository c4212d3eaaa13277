import { useTranslations } from "use-intl";
import { TextFilter } from "#app/ui/text-filter.tsx";
import { parsePhone, parseText } from "#contract/filter/codec.ts";
import { FILTERS, type FilterKeyOf } from "#contract/filter/filters.ts";
import { useSetCriterion } from "./use-set-criterion.ts";

interface TextControlProps {
  filter: FilterKeyOf<"text" | "phone">;
  /** Absent: the filter is not set. */
  value: string | undefined;
  disabled: boolean;
}

/** A text that must match; phone numbers may be pasted with their spaces and brackets. */
export function TextControl({ filter, value, disabled }: TextControlProps) {
  const set = useSetCriterion(filter);
  const t = useTranslations();
  return (
    <TextFilter
      label={t(`filters.${filter}`)}
      labelPlace={FILTERS[filter].kind === "phone" ? "inside" : "hidden"}
      value={value}
      disabled={disabled}
      placeholder={t(`placeholders.${filter}`)}
      parse={FILTERS[filter].kind === "phone" ? parsePhone : parseText}
      badText={t("panel.badText")}
      clearText={t("panel.clear")}
      onCommit={set}
    />
  );
}
