import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { useDurationWords } from "#app/i18n/use-duration-words.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { TextFilter } from "#app/ui/text-filter.tsx";
import { useChange } from "#app/view/use-view.tsx";
import { withCriterion } from "#contract/filter/criteria.ts";
import type { DurationKey } from "#contract/filter/filters.ts";
import { writeSecondsRange } from "#contract/filter/seconds-range.ts";
import { secondsRangeText } from "#labels/length-text.ts";
import { readTypedDuration } from "./typed-duration.ts";

interface DurationControlProps {
  readonly filter: DurationKey;
  /** Absent: the filter is not set. */
  readonly value: string | undefined;
  readonly disabled: boolean;
}

/** A range of a duration, typed as one thinks it: what takes effect stands in the field in words. */
export function DurationControl({ filter, value, disabled }: DurationControlProps) {
  const change = useChange();
  const t = useTranslations();
  const labels = useLabels();
  const words = useDurationWords();
  const parse = useCallback(
    (text: string) => {
      const range = readTypedDuration(text);
      return range && secondsRangeText(labels, writeSecondsRange(range));
    },
    [labels],
  );
  const onCommit = useCallback(
    (said: string | undefined) => {
      const range = said === undefined ? undefined : readTypedDuration(said);
      const next = range && writeSecondsRange(range);
      change(({ criteria }) => ({ criteria: withCriterion(criteria, filter, next) }));
    },
    [change, filter],
  );
  return (
    <TextFilter
      label={t(`filters.${filter}`)}
      labelPlace="inside"
      value={value === undefined ? undefined : secondsRangeText(labels, value)}
      disabled={disabled}
      placeholder={words.placeholder}
      parse={parse}
      badText={() => words.bad}
      clearText={t("panel.clear")}
      onCommit={onCommit}
    />
  );
}
