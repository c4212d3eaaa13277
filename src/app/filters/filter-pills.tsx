import Button from "antd/es/button";
import { memo } from "react";
import { useTranslations } from "use-intl";
import { useScope } from "#app/api/use-rights.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { useCriteria } from "#app/view/use-view.tsx";
import { activeCriteria, overridingCriterion, withCriterion } from "#contract/filter/criteria.ts";
import { isKind, type CriterionKey } from "#contract/filter/filters.ts";
import { criterionText } from "#labels/criterion-text.ts";
import { FilterPill } from "./filter-pill.tsx";
import { NumberPill } from "./number-pill.tsx";
import { PersonPill } from "./person-pill.tsx";
import classes from "./filter-pills.module.css";

/** The criteria in effect, each with a way to take it away. Nothing at all when there are none. */
export const FilterPills = memo(function FilterPills() {
  const t = useTranslations();
  const labels = useLabels();
  const { criteria: current, change } = useCriteria();
  const active = activeCriteria(current);
  const scope = useScope();
  const isOwn = (key: CriterionKey) =>
    scope?.filter === key && scope.people.some(({ id }) => id === current[key]);
  if (active.length === 0) return null;
  const overriding = overridingCriterion(current);
  return (
    <div role="group" aria-label={t("panel.applied")} className={classes["pills"]}>
      {active.map((key) => {
        const pill = {
          label: labels.filters[key],
          text: criterionText(labels, key, current),
          isIdle: overriding !== undefined && overriding !== key,
          onRemove: isOwn(key)
            ? undefined
            : () =>
                change(({ criteria }) => ({ criteria: withCriterion(criteria, key, undefined) })),
        };
        if (isKind(key, "person")) return <PersonPill key={key} facet={key} {...pill} />;
        if (isKind(key, "phone")) return <NumberPill key={key} filter={key} {...pill} />;
        return <FilterPill key={key} {...pill} />;
      })}
      {active.filter((key) => !isOwn(key)).length > 1 && (
        <Button type="link" size="small" onClick={() => change({ criteria: {} })}>
          {t("panel.clearAll")}
        </Button>
      )}
    </div>
  );
});
