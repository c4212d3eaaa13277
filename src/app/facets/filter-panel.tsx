import CloseOutlined from "@ant-design/icons/es/icons/CloseOutlined";
import Button from "antd/es/button";
import { memo, useState } from "react";
import { useTranslations } from "use-intl";
import { useCriteria } from "#app/view/use-view.tsx";
import { FilterControl } from "./filter-control.tsx";
import { activeCriteria, overridingCriterion } from "./active-criteria.ts";
import classes from "./filter-panel.module.css";
import { FOLDED_AT_FIRST, PANEL_SECTIONS, type PanelSection } from "./panel-sections.ts";

/** The sentence that says why the other filters are grey. */
const OVERRIDDEN_ID = "filters-overridden";

/**
 * The filter panel: one block for each filter of FILTERS, by its declared kind. `onClose` is there
 * where the panel lies over the table.
 */
export const FilterPanel = memo(function FilterPanel({ onClose }: { onClose?: () => void }) {
  const t = useTranslations("panel");
  const { criteria: current, change } = useCriteria();
  const active = activeCriteria(current);
  // A criterion that overrides the rest leaves them as they are: taking it away brings them back.
  const overriding = overridingCriterion(current);
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
            icon={<CloseOutlined />}
            aria-label={t("close")}
            onClick={onClose}
          />
        )}
      </header>
      {overriding !== undefined && (
        <p className={classes["overridden"]} id={OVERRIDDEN_ID}>
          {t("overridden")}
        </p>
      )}
      {PANEL_SECTIONS.map((section) => (
        <Section
          key={section.id}
          section={section}
          disabled={overriding !== undefined && !section.filters.includes(overriding)}
        />
      ))}
    </section>
  );
});

function Section({ section, disabled }: { section: PanelSection; disabled: boolean }) {
  const t = useTranslations();
  const { criteria: current } = useCriteria();
  const set = section.filters.filter((key) => current[key] !== undefined).length;
  const [open, setOpen] = useState(!FOLDED_AT_FIRST.has(section.id));
  const [first] = section.filters;
  if (first === undefined) return null;
  const title = section.id === "phones" ? t("panel.phones") : t(`filters.${first}`);
  return (
    <details
      className={classes["section"]}
      // A link that sets a folded filter must show it.
      open={open || set > 0}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className={classes["summary"]}>
        {title}
        {set > 0 && <span aria-hidden className={classes["set"]} />}
      </summary>
      <div
        role="group"
        aria-label={title}
        aria-describedby={disabled ? OVERRIDDEN_ID : undefined}
        className={classes["body"]}
      >
        {section.filters.map((filter) => (
          <FilterControl key={filter} filter={filter} value={current[filter]} disabled={disabled} />
        ))}
      </div>
    </details>
  );
}
