import Button from "antd/es/button";
import Tag from "antd/es/tag";
import { useTranslations } from "use-intl";
import { FILTERS, type CriterionKey, type Criteria } from "#contract/filters.ts";
import { useLabels, type Labels } from "#app/i18n/labels.ts";
import { useView } from "#app/view/use-view.tsx";
import { activeCriteria, overridingCriterion } from "./active-criteria.ts";
import classes from "./filter-pills.module.css";
import { optionLabel, type ChoiceKey } from "./option-label.ts";
import { withCriterion } from "./with-criterion.ts";

/** The value of a criterion in words, by the row's declared kind. */
function criterionText(labels: Labels, key: CriterionKey, criteria: Criteria): string {
  const value = criteria[key];
  if (value === undefined) return "";
  const texts = typeof value === "string" ? [value] : value;
  const row = FILTERS[key];
  switch (row.kind) {
    case "choice":
    case "multi-choice":
      // The kind says that the key is one of those with options.
      return texts.map((text) => optionLabel(labels, key as ChoiceKey, text)).join(", ");
    case "words":
    case "phone":
    case "person":
    case "text":
      return texts.join(", ");
    default:
      return row satisfies never;
  }
}

/** The criteria in effect, each with a way to take it away. Nothing at all when there are none. */
export function FilterPills() {
  const t = useTranslations();
  const labels = useLabels();
  const { view, change } = useView();
  const active = activeCriteria(view.criteria);
  if (active.length === 0) return null;
  const overriding = overridingCriterion(view.criteria);
  return (
    <div role="group" aria-label={t("panel.applied")} className={classes["pills"]}>
      {active.map((key) => {
        const label = labels.filters[key];
        const text = criterionText(labels, key, view.criteria);
        const idle = overriding !== undefined && overriding !== key;
        return (
          <Tag
            key={key}
            variant="outlined"
            className={`${classes["pill"]} ${idle ? classes["idle"] : ""}`}
            title={idle ? t("panel.overridden") : `${label}: ${text}`}
            closable={{ "aria-label": t("panel.remove", { value: label }) }}
            onClose={(event) => {
              event.preventDefault();
              change(({ criteria }) => ({ criteria: withCriterion(criteria, key, undefined) }));
            }}
          >
            <span className={classes["label"]}>{label}</span>
            <span className={classes["value"]}>{text}</span>
          </Tag>
        );
      })}
      {active.length > 1 && (
        <Button type="link" size="small" onClick={() => change({ criteria: {} })}>
          {t("panel.clearAll")}
        </Button>
      )}
    </div>
  );
}
