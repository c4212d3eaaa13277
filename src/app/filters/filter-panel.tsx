import CloseOutlined from "@ant-design/icons/es/icons/CloseOutlined";
import Button from "antd/es/button";
import { memo } from "react";
import { useTranslations } from "use-intl";
import { useHasRight, useScope } from "#app/api/use-rights.ts";
import { useCriteria, useView } from "#app/view/use-view.tsx";
import { activeCriteria, overridingCriterion } from "#contract/filter/criteria.ts";
import { FacetTools } from "./facet-tools.tsx";
import { OneVoice } from "./facet/one-voice.tsx";
import { OVERRIDDEN_ID, FilterSection } from "./filter-section.tsx";
import { PANEL_SECTIONS, PHONES } from "./panel-sections.ts";
import classes from "./filter-panel.module.css";

interface FilterPanelProps {
  /** Present where the panel lies over the table. */
  onClose?: () => void;
  /** Nothing is counted for a panel that nobody sees. */
  isShown?: boolean;
}

/** The filter panel: one block for each filter of FILTERS, by its declared kind. */
export const FilterPanel = memo(function FilterPanel(props: FilterPanelProps) {
  const { onClose, isShown = true } = props;
  const t = useTranslations("panel");
  const { criteria, change } = useCriteria();
  const { instance, calls } = useView();
  const scope = useScope();
  const canSearchNumbers = useHasRight("searchByNumber");
  // One of the reader's own groups or agents stays in any case.
  const active = activeCriteria(criteria).filter((key) => key !== scope?.filter);
  // A criterion that overrides the rest leaves them as they are: taking it away brings them back.
  const overriding = overridingCriterion(criteria);
  // What is ticked is shown at once; what is counted follows with the rows.
  const isCounted =
    isShown && calls !== undefined && overridingCriterion(calls.criteria) === undefined;
  return (
    <section aria-label={t("title")} className={classes["panel"]}>
      <header className={classes["head"]}>
        <h2 className={classes["title"]}>{t("title")}</h2>
        <Button
          type="link"
          size="small"
          disabled={active.length === 0}
          onClick={() => change({ criteria: {} })}
        >
          {t("clearAll")}
        </Button>
        {onClose && (
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined aria-hidden />}
            aria-label={t("close")}
            onClick={onClose}
          />
        )}
        <FacetTools />
      </header>
      {overriding !== undefined && (
        <p className={classes["overridden"]} id={OVERRIDDEN_ID}>
          {t("overridden")}
        </p>
      )}
      <OneVoice>
        {PANEL_SECTIONS.filter(({ id }) => canSearchNumbers || id !== PHONES).map((section) => (
          <FilterSection
            key={section.id}
            section={section}
            criteria={criteria}
            disabled={overriding !== undefined && !section.filters.includes(overriding)}
            instance={instance}
            calls={isCounted ? calls : undefined}
          />
        ))}
      </OneVoice>
    </section>
  );
});
