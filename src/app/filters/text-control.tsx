import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { TextFilter } from "#app/ui/text-filter.tsx";
import { parseText } from "#contract/filter/codec.ts";
import { isKind, type FilterKeyOf } from "#contract/filter/filters.ts";
import { typedNumber } from "#contract/filter/national-number.ts";
import { plainText } from "#contract/filter/plain-text.ts";
import { useSetCriterion } from "./use-set-criterion.ts";

interface TextControlProps {
  filter: FilterKeyOf<"text" | "phone">;
  /** Absent: the filter is not set. */
  value: string | undefined;
  disabled: boolean;
}

/** A text that must match; numbers and ids may be pasted with whatever stands around and within them. */
export function TextControl({ filter, value, disabled }: TextControlProps) {
  const set = useSetCriterion(filter);
  const t = useTranslations();
  const parse = useCallback(
    (text: string) =>
      isKind(filter, "phone") ? typedNumber(filter, text) : parseText(plainText(text)),
    [filter],
  );
  return (
    <TextFilter
      label={t(`filters.${filter}`)}
      labelPlace={isKind(filter, "phone") ? "inside" : "hidden"}
      value={value}
      disabled={disabled}
      placeholder={t(`placeholders.${filter}`)}
      parse={parse}
      badText={t("panel.badText")}
      clearText={t("panel.clear")}
      onCommit={set}
    />
  );
}
