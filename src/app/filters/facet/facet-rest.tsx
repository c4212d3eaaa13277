import { useId } from "react";
import { useTranslations } from "use-intl";
import { isAlwaysThere } from "#contract/filter/exclusion.ts";
import type { FacetKey } from "#contract/filter/filters.ts";
import { SURVEY_STATES, type SurveyState } from "#contract/record/survey-state.ts";
import type { FacetAnswer } from "./facet-answer.ts";
import { describedBy, FacetRow, RowCount, type FacetRowCount } from "./facet-row.tsx";
import { otherOf, type ShownCounts } from "./shown-counts.ts";
import type { TabStop } from "./use-roving-rows.ts";
import classes from "./facet-row.module.css";

/** A count of calls that cannot be asked for, hence without a checkbox. */
function PlainRow({ label, hint, ...count }: FacetRowCount & { label: string; hint: string }) {
  const id = useId();
  return (
    <li className={classes["row"]} title={hint} aria-describedby={describedBy(id, count)}>
      <span className={classes["plain"]}>{label}</span>
      <RowCount {...count} id={id} />
    </li>
  );
}

/** Calls that none of the values covers: without a value, or with one that is not known. */
export function OtherRow(props: {
  facet: FacetKey;
  answer: FacetAnswer | undefined;
  shown: ShownCounts;
}) {
  const t = useTranslations("facets");
  const { facet, answer, shown } = props;
  if (answer === undefined || (otherOf(answer) ?? 0) <= 0) return null;
  const kind = answer.isComplete ? "none" : isAlwaysThere(facet) ? "other" : "noneOrOther";
  return <PlainRow label={t(`rest.${kind}`)} hint={t(`restHints.${kind}`)} {...shown.otherRow()} />;
}

/** What became of the survey; only those that were answered can be asked for, by all keys together. */
export function SurveyStateRows(props: {
  shown: ShownCounts;
  areAllChosen: boolean;
  isDisabled: boolean;
  tabStop: TabStop;
  onFocus: (value: string) => void;
  onAnswered: (isChosen: boolean) => void;
}) {
  const t = useTranslations("facets");
  const { shown, areAllChosen, isDisabled, tabStop, onFocus, onAnswered } = props;
  return SURVEY_STATES.map((state: SurveyState) => {
    const count = shown.stateRow(state);
    const hint = [t(`stateHints.${state}`), count.why].filter(Boolean).join("\n");
    const texts = { label: t(`states.${state}`), hint };
    if (state !== "answered") return <PlainRow key={state} {...texts} {...count} />;
    return (
      <FacetRow
        key={state}
        value={state}
        label={texts.label}
        title={texts.hint}
        tone={undefined}
        isChecked={areAllChosen}
        isDisabled={isDisabled}
        isOneOfMany={false}
        tabStop={tabStop}
        onFocus={onFocus}
        onToggle={() => onAnswered(!areAllChosen)}
        only={undefined}
        exclude={undefined}
        more={undefined}
        {...count}
      />
    );
  });
}
