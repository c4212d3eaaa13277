import { memo, useId } from "react";
import type { Tone } from "#contract/tones.ts";
import { ToneDot } from "#app/ui/tone-dot.tsx";
import classes from "./facet-row.module.css";

/** What a row says of its value, in texts: it is drawn anew only where one of them changes. */
export interface FacetRowCount {
  /** Absent: not known yet. */
  readonly count: string | undefined;
  readonly isZero: boolean;
  /** Its part of the facet's largest count, 0 to 1. */
  readonly share: number;
  /** Against a week earlier. */
  readonly change: string | undefined;
  readonly changeTitle: string | undefined;
  /** Whether the change is for the worse, where its value's tone says so. */
  readonly isWorse: boolean;
  /** Whether it is the count of the view before. */
  readonly isOld: boolean;
}

export interface FacetRowProps extends FacetRowCount {
  readonly value: string;
  readonly label: string;
  readonly title: string;
  readonly tone: Tone | undefined;
  readonly isChecked: boolean;
  readonly isDisabled: boolean;
  /** One of the facet at most: drawn round. */
  readonly isOneOfMany: boolean;
  readonly onToggle: (value: string) => void;
  /** Absent: there is no such button. */
  readonly only: RowAction | undefined;
  readonly exclude: RowAction | undefined;
}

/** A button of a row; kept the same object as long as its texts are the same. */
export interface RowAction {
  readonly text: string;
  /** Why it cannot be done, or what else it does. */
  readonly hint: string | undefined;
  readonly isEnabled: boolean;
  readonly onDo: (value: string) => void;
}

/**
 * One value: checkbox, label, buttons, change and count over a thin bar. Plain elements, since a screen
 * has dozens of them.
 */
export const FacetRow = memo(function FacetRow(props: FacetRowProps) {
  const { value, label, title, tone, isOneOfMany, only, exclude } = props;
  const id = useId();
  return (
    <li className={classes["row"]} data-zero={props.isZero || undefined}>
      <input
        type="checkbox"
        id={id}
        className={isOneOfMany ? classes["round"] : classes["box"]}
        checked={props.isChecked}
        disabled={props.isDisabled}
        aria-describedby={`${id}-count`}
        onChange={() => props.onToggle(value)}
      />
      <label htmlFor={id} className={classes["label"]} title={title}>
        {tone !== undefined && <ToneDot tone={tone} />}
        {label}
      </label>
      {!props.isDisabled && (only ?? exclude) !== undefined && (
        <span className={classes["actions"]}>
          {only && <ActionButton action={only} value={value} label={label} />}
          {exclude && <ActionButton action={exclude} value={value} label={label} />}
        </span>
      )}
      <RowCount {...props} id={`${id}-count`} />
    </li>
  );
});

function ActionButton(props: { action: RowAction; value: string; label: string }) {
  const { action, value, label } = props;
  return (
    <button
      type="button"
      className={classes["action"]}
      aria-label={`${action.text} ${label}`}
      // Not `disabled`, which would take the focus away from a button that has just done its work.
      aria-disabled={!action.isEnabled}
      title={action.hint}
      onClick={() => action.isEnabled && action.onDo(value)}
    >
      {action.text}
    </button>
  );
}

/** Change, count and bar at the end of a row. */
export function RowCount(props: FacetRowCount & { id: string }) {
  return (
    <>
      {props.change !== undefined && (
        <span
          data-change={props.isWorse ? "worse" : ""}
          className={classes["change"]}
          title={props.changeTitle}
        >
          {props.change}
        </span>
      )}
      <span id={props.id} className={classes["count"]} data-old={props.isOld || undefined}>
        {props.count ?? <span aria-hidden className={classes["pending"]} />}
      </span>
      <span
        aria-hidden
        className={classes["bar"]}
        data-old={props.isOld || undefined}
        style={{ scale: `${props.share} 1` }}
      />
    </>
  );
}
