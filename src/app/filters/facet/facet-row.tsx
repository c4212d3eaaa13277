import { memo, useId, useState } from "react";
import { outsideText } from "#app/ui/outside-text.tsx";
import { ToneDot } from "#app/ui/tone-dot.tsx";
import type { Tone } from "#contract/record/tones.ts";
import type { TabStop } from "./use-roving-rows.ts";
import heard from "#app/ui/heard.module.css";
import classes from "./facet-row.module.css";

/** What a row says of its value, in texts: it is drawn anew only where one of them changes. */
export interface FacetRowCount {
  /** Absent: not known yet. */
  readonly count: string | undefined;
  /** Present where the count is not known, and never will be: the reason. */
  readonly why: string | undefined;
  /** Present where it is the count of the view before: the same in words. */
  readonly previous: string | undefined;
  readonly isZero: boolean;
  /** Its part of the facet's largest count, 0 to 1. */
  readonly share: number;
  /** Against a week earlier. */
  readonly change: string | undefined;
  readonly changeTitle: string | undefined;
  /** Whether the change is for the worse, where its value's tone says so. */
  readonly isWorse: boolean;
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
  readonly tabStop: TabStop;
  readonly onFocus: (value: string) => void;
  readonly onToggle: (value: string) => void;
  /** Absent: there is no such button. */
  readonly only: RowAction | undefined;
  readonly exclude: RowAction | undefined;
  /** What unfolds them is called, where there is no room beside the label. */
  readonly more: string | undefined;
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
  const { value, label, title, tone, isOneOfMany, tabStop, only, exclude } = props;
  const id = useId();
  const [isUnfolded, setUnfolded] = useState(false);
  const hasActions = !props.isDisabled && (only ?? exclude) !== undefined;
  const button = { value, label, isTabStop: tabStop === "row" };
  return (
    <li
      className={classes["row"]}
      data-zero={props.isZero || undefined}
      data-unfolded={(hasActions && isUnfolded) || undefined}
      onFocus={() => props.onFocus(value)}
    >
      <input
        type="checkbox"
        id={id}
        className={isOneOfMany ? classes["round"] : classes["box"]}
        checked={props.isChecked}
        disabled={props.isDisabled}
        tabIndex={tabStop === "none" ? -1 : 0}
        aria-describedby={describedBy(id, props)}
        onChange={() => props.onToggle(value)}
      />
      <label htmlFor={id} className={classes["label"]} title={title}>
        {tone !== undefined && <ToneDot tone={tone} />}
        <span>{outsideText(label)}</span>
      </label>
      {hasActions && (
        <span className={classes["actions"]}>
          {only && <ActionButton action={only} {...button} />}
          {exclude && <ActionButton action={exclude} {...button} />}
        </span>
      )}
      <RowCount {...props} id={id} />
      {hasActions && (
        // For fingers alone, which cannot hover: the style sheet hides it from others.
        <button
          type="button"
          className={classes["more"]}
          aria-expanded={isUnfolded}
          aria-label={`${props.more ?? ""} ${label}`}
          tabIndex={button.isTabStop ? 0 : -1}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          ⋯
        </button>
      )}
    </li>
  );
});

interface ActionButtonProps {
  action: RowAction;
  value: string;
  label: string;
  isTabStop: boolean;
}

function ActionButton(props: ActionButtonProps) {
  const { action, value, label } = props;
  return (
    <button
      type="button"
      className={classes["action"]}
      tabIndex={props.isTabStop ? 0 : -1}
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

/** What of a {@link RowCount} with this id describes its row: the count, and the change where there is one. */
export function describedBy(id: string, { change }: FacetRowCount): string {
  return change === undefined ? `${id}-count` : `${id}-count ${id}-change`;
}

/** Change, count and bar at the end of a row. */
export function RowCount(props: FacetRowCount & { id: string }) {
  const isOld = props.previous !== undefined;
  return (
    <>
      {props.change !== undefined && (
        <span
          id={`${props.id}-change`}
          data-change={props.isWorse ? "worse" : ""}
          className={classes["change"]}
          title={props.changeTitle}
        >
          <span>{props.change}</span>
          {props.changeTitle !== undefined && (
            <span className={heard["heard"]}>{` ${props.changeTitle}`}</span>
          )}
        </span>
      )}
      <span id={`${props.id}-count`} className={classes["count"]} data-old={isOld || undefined}>
        <span aria-hidden={isOld || undefined}>{props.count}</span>
        {isOld && <span className={heard["heard"]}>{props.previous}</span>}
        {props.why !== undefined && <span className={heard["heard"]}> {props.why}</span>}
        {props.count === undefined && <span aria-hidden className={classes["pending"]} />}
      </span>
      <span
        aria-hidden
        className={classes["bar"]}
        data-old={isOld || undefined}
        style={{ scale: `${props.share} 1` }}
      />
    </>
  );
}
