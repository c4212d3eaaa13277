import Checkbox from "antd/es/checkbox";
import { FILTERS, type FilterKeyOf, type FilterValue } from "#contract/filters.ts";
import { useLabels } from "#app/i18n/labels.ts";
import { ToneDot } from "#app/ui/tone-dot.tsx";
import classes from "./filter-panel.module.css";
import { optionLabel, optionTone } from "./option-label.ts";
import { useCriterion } from "./use-criterion.ts";

type MultiChoiceKey = FilterKeyOf<"multi-choice">;

/** Checkboxes: the documented options, and values of the link that this edition does not know. */
export function MultiChoiceControl<F extends MultiChoiceKey>(props: {
  filter: F;
  disabled: boolean;
}) {
  const { filter, disabled } = props;
  const [value = [], set] = useCriterion<MultiChoiceKey>(filter);
  const labels = useLabels();
  const documented: readonly string[] = FILTERS[filter].options;
  const chosen: readonly string[] = value;
  const options = [...documented, ...chosen.filter((option) => !documented.includes(option))];

  function toggle(option: string, checked: boolean) {
    const next = checked ? [...chosen, option] : chosen.filter((other) => other !== option);
    // Options of a filter are what its values are made of.
    set(next as unknown as FilterValue<MultiChoiceKey>);
  }

  const short = options.every((option) => optionLabel(labels, filter, option).length === 1);
  return (
    <div
      role="group"
      aria-label={labels.filters[filter]}
      className={short ? classes["keys"] : classes["options"]}
    >
      {options.map((option) => {
        const tone = optionTone(filter, option);
        return (
          <Checkbox
            key={option}
            className={classes["option"] ?? ""}
            disabled={disabled}
            checked={chosen.includes(option)}
            onChange={(event) => toggle(option, event.target.checked)}
          >
            {tone !== undefined && <ToneDot tone={tone} />}
            {optionLabel(labels, filter, option)}
          </Checkbox>
        );
      })}
    </div>
  );
}
