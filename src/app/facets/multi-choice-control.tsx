import Checkbox from "antd/es/checkbox";
import { memo, useCallback } from "react";
import { FILTERS, type FilterKeyOf, type FilterValue } from "#contract/filters.ts";
import { useLabels } from "#app/i18n/labels.ts";
import type { Tone } from "#contract/tones.ts";
import { useChange } from "#app/view/use-view.tsx";
import { ToneDot } from "#app/ui/tone-dot.tsx";
import classes from "./filter-panel.module.css";
import type { ControlProps } from "./filter-control.tsx";
import { optionLabel, optionTone } from "./option-label.ts";
import { withCriterion } from "./with-criterion.ts";

type MultiChoiceKey = FilterKeyOf<"multi-choice">;

const NONE: readonly string[] = [];

/** Checkboxes: the documented options, and values of the link that this edition does not know. */
export function MultiChoiceControl(props: ControlProps<MultiChoiceKey>) {
  const { filter, value = NONE, disabled } = props;
  const change = useChange();
  const labels = useLabels();
  const documented: readonly string[] = FILTERS[filter].options;
  const chosen: readonly string[] = value;
  const options = [...documented, ...chosen.filter((option) => !documented.includes(option))];

  const onToggle = useCallback(
    (option: string, checked: boolean) =>
      change(({ criteria: now }) => {
        const old: readonly string[] = now[filter] ?? NONE;
        const next = checked ? [...old, option] : old.filter((other) => other !== option);
        // Options of a filter are what its values are made of.
        const toggled = next as unknown as FilterValue<MultiChoiceKey>;
        return { criteria: withCriterion<MultiChoiceKey>(now, filter, toggled) };
      }),
    [change, filter],
  );

  const short = options.every((option) => optionLabel(labels, filter, option).length === 1);
  return (
    <div
      role="group"
      aria-label={labels.filters[filter]}
      className={short ? classes["keys"] : classes["options"]}
    >
      {options.map((option) => (
        <Option
          key={option}
          option={option}
          label={optionLabel(labels, filter, option)}
          tone={optionTone(filter, option)}
          disabled={disabled}
          checked={chosen.includes(option)}
          onToggle={onToggle}
        />
      ))}
    </div>
  );
}

interface OptionProps {
  option: string;
  label: string;
  tone: Tone | undefined;
  disabled: boolean;
  checked: boolean;
  onToggle: (option: string, checked: boolean) => void;
}

/** Drawn anew only when it changes itself: a tick is answered at once, however many there are. */
const Option = memo(function Option(props: OptionProps) {
  const { option, label, tone, disabled, checked, onToggle } = props;
  return (
    <Checkbox
      className={classes["option"] ?? ""}
      disabled={disabled}
      checked={checked}
      onChange={(event) => onToggle(option, event.target.checked)}
    >
      {tone !== undefined && <ToneDot tone={tone} />}
      {label}
    </Checkbox>
  );
});
