import { useState } from "react";
import { useTranslations } from "use-intl";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { useLabels } from "#app/i18n/use-labels.ts";
import { isolate } from "#app/ui/isolate.ts";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { useDraft } from "#app/ui/use-draft.ts";
import { withValues } from "#contract/filter/criteria.ts";
import { FILTERS, isKind } from "#contract/filter/filters.ts";
import { SATISFACTION_INDEXES } from "#contract/record/enums.ts";
import type { SurveyState } from "#contract/record/survey-state.ts";
import { CountsGroup } from "./counts-group.tsx";
import { documentedOf, facetExclusion, isOnly, takesOne } from "./facet-choice.ts";
import { stepBetweenRows } from "./facet-keys.ts";
import { FacetFailure, LearnedHint } from "./facet-notes.tsx";
import { FacetRow } from "./facet-row.tsx";
import { narrowValues } from "./narrow-values.ts";
import { useChoosing } from "./use-choosing.ts";
import { useFacet, type FacetProps } from "./use-facet.ts";
import { useRovingRows } from "./use-roving-rows.ts";
import { useRowActions } from "./use-row-actions.ts";
import { ValueSearch } from "./value-search.tsx";
import classes from "./facet.module.css";

// What stands below the values is known once they are counted.
const OtherRow = createLazyPart(
  () => import("./facet-rest.tsx"),
  (module) => module.OtherRow,
);
const SurveyStateRows = createLazyPart(
  () => import("./facet-rest.tsx"),
  (module) => module.SurveyStateRows,
);

/** The row of surveys that were answered stands below the values, and is ticked like them. */
const ANSWERED: SurveyState = "answered";

/** The values of one facet with their counts, which ignore the facet's own choice. */
export function Facet(props: FacetProps) {
  const { facet, chosen, disabled } = props;
  const t = useTranslations("facets");
  const labels = useLabels();
  const { counts, shown, values, found, labelOf, toneOf } = useFacet(props);
  const choosing = useChoosing(facet, found, props.onChosen);
  const actions = useRowActions(choosing);
  const [sought, setSought] = useDraft("", "search");
  const [showsAll, setShowsAll] = useState(false);

  const documented = documentedOf(facet);
  const isListed = documented.length > 0;
  const isPeople = isKind(facet, "person");
  const { searchable, listed, hidden } = narrowValues({
    values,
    labelOf,
    sought,
    showsAll: showsAll || isListed,
    // People have a field of their own, which finds those without calls, too.
    canSearch: !isPeople,
  });
  // A text outlives its field, which is gone where few values are left to look through.
  const isNarrowed = searchable && sought !== "";
  const { state, whole, old, error, isRetrying, retry } = counts;
  const settled = whole ?? old;
  const isTickable = (value: string) =>
    !disabled && (documented.includes(value) || withValues({}, facet, [value]) !== undefined);
  const hasStates = !isNarrowed && "surveyStates" in FILTERS[facet] && state !== undefined;
  const boxes = [...listed, ...(hasStates ? [ANSWERED] : [])];
  const roving = useRovingRows(boxes.filter(isTickable), chosen);
  return (
    <CountsGroup facet={facet} label={labels.filters[facet]} state={state} calls={props.calls}>
      {searchable && (
        <ValueSearch
          label={t("search", { filter: labels.filters[facet] })}
          value={sought}
          onChange={setSought}
        />
      )}
      <ul className={classes["values"]} onKeyDown={stepBetweenRows} onBlur={roving.onBlur}>
        {listed.map((value) => {
          const tone = toneOf(value);
          const label = labelOf(value);
          return (
            <FacetRow
              key={value}
              value={value}
              label={label}
              title={label === value ? label : `${isolate(label)} · ${isolate(value)}`}
              tone={tone}
              isChecked={chosen.includes(value)}
              isDisabled={!isTickable(value)}
              isOneOfMany={takesOne(facet)}
              tabStop={roving.stopOf(value)}
              onFocus={roving.onRowFocus}
              onToggle={choosing.onToggle}
              only={isPeople ? undefined : isOnly(chosen, value) ? actions.all : actions.only}
              more={labels.facets.actions}
              exclude={actions.exclude(facetExclusion(facet, value, chosen, found))}
              {...shown.row(value, tone)}
            />
          );
        })}
        {hasStates && (
          <SurveyStateRows
            whenFailed={PartFailed}
            shown={shown}
            areAllChosen={SATISFACTION_INDEXES.every((key) => chosen.includes(key))}
            isDisabled={disabled}
            tabStop={roving.stopOf(ANSWERED)}
            onFocus={roving.onRowFocus}
            onAnswered={choosing.onAnswered}
          />
        )}
        {!isNarrowed && settled !== undefined && (
          <OtherRow whenFailed={PartFailed} facet={facet} answer={settled} shown={shown} />
        )}
      </ul>
      {searchable && listed.length === 0 && (
        <p role="status" className={classes["hint"]}>
          {t("noneFound")}
        </p>
      )}
      {(hidden > 0 || (showsAll && !isNarrowed && !isListed)) && (
        <button
          type="button"
          className={classes["link"]}
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? t("fewer") : t("more", { count: hidden })}
        </button>
      )}
      {!isListed && whole !== undefined && <LearnedHint answer={whole} />}
      {error && <FacetFailure error={error} isRetrying={isRetrying} onRetry={retry} />}
    </CountsGroup>
  );
}
