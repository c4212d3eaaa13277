import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { numberOf, shownOf, useKnownNumbers } from "#app/api/known-numbers.ts";
import { isolate } from "#app/ui/isolate.ts";
import { TextFilter } from "#app/ui/text-filter.tsx";
import { useView } from "#app/view/use-view.tsx";
import { isKind, type FilterKeyOf } from "#contract/filter/filters.ts";
import { typedNumber } from "#contract/filter/national-number.ts";
import { numberProblem } from "#contract/filter/phone-number.ts";
import { parseId } from "#contract/filter/plain-text.ts";
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
  const { instance } = useView();
  const known = useKnownNumbers();
  const shown =
    value !== undefined && isKind(filter, "phone")
      ? shownOf(numberOf(known, instance, filter, value))
      : value;
  const parse = useCallback(
    (text: string) => (isKind(filter, "phone") ? typedNumber(filter, text) : parseId(text)),
    [filter],
  );
  const badText = useCallback(
    (text: string) => {
      const problem = isKind(filter, "phone") ? numberProblem(text) : undefined;
      return problem === undefined
        ? t("panel.badText")
        : t(`panel.badNumber.${problem}`, { text: isolate(text.trim()) });
    },
    [filter, t],
  );
  return (
    <TextFilter
      label={t(`filters.${filter}`)}
      labelPlace={isKind(filter, "phone") ? "inside" : "hidden"}
      value={shown}
      disabled={disabled}
      placeholder={t(`placeholders.${filter}`)}
      parse={parse}
      badText={badText}
      clearText={t("panel.clear")}
      onCommit={set}
    />
  );
}
