import { memo, useState } from "react";
import { useTranslations } from "use-intl";
import { DraftScope } from "#app/ui/draft-scope.tsx";
import { usePreference } from "#app/ui/preference.ts";
import { isFacet, type Criteria } from "#contract/filter/filters.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { FilterControl } from "./filter-control.tsx";
import { WithMany } from "./many/with-many.tsx";
import { isOpenAtFirst, isShared, PHONES, type PanelSection } from "./panel-sections.ts";
import { SECTION_PREFERENCE } from "./section-preference.ts";
import classes from "./filter-panel.module.css";

/** The sentence that says why the other filters are grey. */
export const OVERRIDDEN_ID = "filters-overridden";

const NONE: Readonly<Record<string, boolean>> = {};

interface FilterSectionProps {
  section: PanelSection;
  criteria: Criteria;
  disabled: boolean;
  instance: string | undefined;
  calls: CallSet | undefined;
}

/** A block of the panel. What is in it is drawn when it is first opened, and counted while it is open. */
export const FilterSection = memo(function FilterSection(props: FilterSectionProps) {
  const { section, criteria, disabled, instance, calls } = props;
  const t = useTranslations();
  const isSet = section.filters.some((key) => criteria[key] !== undefined);
  const [chosen, setChosen] = useState<boolean>();
  const [kept = NONE, keep] = usePreference(SECTION_PREFERENCE);
  // A link that sets a folded filter must show it.
  const isOpen = chosen ?? (isSet || (kept[section.id] ?? isOpenAtFirst(section)));
  // Folded it stays, with what somebody has begun to type.
  const [isDrawn, setDrawn] = useState(isOpen);
  if (isOpen && !isDrawn) setDrawn(true);
  const [first] = section.filters;
  if (first === undefined) return null;
  const title = isShared(section.id) ? t(`panel.${section.id}`) : t(`filters.${first}`);
  const takesMany = section.id === PHONES || first === "contactId";
  const controls =
    isDrawn &&
    section.filters.map((filter) => {
      // The counts of one instance say nothing of another, not even for the moment.
      const key = isFacet(filter) ? `${filter} ${instance ?? ""}` : filter;
      return (
        <DraftScope key={key} name={key}>
          <FilterControl
            filter={filter}
            value={criteria[filter]}
            disabled={disabled}
            calls={isOpen && isFacet(filter) ? calls : undefined}
          />
        </DraftScope>
      );
    });
  return (
    <details className={classes["section"]} open={isOpen}>
      <summary
        className={classes["summary"]}
        // Keys come as clicks, too. Not `toggle`, which tells of what a link opened as well.
        onClick={(event) => {
          event.preventDefault();
          setChosen(!isOpen);
          keep({ ...kept, [section.id]: !isOpen });
        }}
      >
        <span>{title}</span>
        {isSet && <span aria-hidden className={classes["set"]} />}
      </summary>
      {isDrawn && (
        <div
          role="group"
          aria-label={title}
          aria-describedby={disabled ? OVERRIDDEN_ID : undefined}
          className={classes["body"]}
          // What somebody uses stays open, or its last tick taken away would fold it under the pointer.
          onClick={() => setChosen(true)}
        >
          {takesMany ? <WithMany>{controls}</WithMany> : controls}
        </div>
      )}
    </details>
  );
});
