import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import type { RelativeRange } from "#contract/time/relative-range.ts";
import type { TimeRange } from "#contract/time/time-range.ts";
import classes from "./range-panel.module.css";

/** As they are looked for: by the clock, the day, the week, the month, and by their length. */
const ROWS: readonly (readonly RelativeRange[])[] = [
  ["last15m", "last1h", "morning"],
  ["today", "yesterday"],
  ["thisWeek", "lastWeek"],
  ["thisMonth", "lastMonth"],
  ["last7d", "last30d", "last90d"],
  ["all"],
];

interface RangePresetsProps {
  readonly chosen: RelativeRange | undefined;
  readonly onChoose: (time: TimeRange) => void;
}

/** The ranges that have a name: one stop of the Tab key, arrows go from one to the next. */
export function RangePresets({ chosen, onChoose }: RangePresetsProps) {
  const t = useTranslations("time");
  const stop = chosen ?? "today";
  return (
    <div
      role="group"
      aria-label={t("presets")}
      className={classes["presets"]}
      onKeyDown={stepBetweenButtons}
    >
      {ROWS.map((names) => (
        <div key={names[0]} className={classes["row"]}>
          {names.map((name) => (
            <button
              key={name}
              type="button"
              className={classes["preset"]}
              aria-pressed={name === chosen}
              tabIndex={name === stop ? 0 : -1}
              onClick={() => onChoose({ relative: name })}
            >
              {t(`ranges.${name}`)}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};

/** Moves the focus and chooses nothing: each choice asks the server. */
function stepBetweenButtons(event: KeyboardEvent<HTMLElement>) {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const here = buttons.findIndex((button) => button === event.target);
  event.preventDefault();
  buttons[Math.max(0, Math.min(buttons.length - 1, here + step))]?.focus();
}
