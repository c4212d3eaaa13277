import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { useScreenKeys } from "#app/ui/use-screen-keys.ts";
import { isRelative, type AbsoluteRange, type TimeRange } from "#contract/time/time-range.ts";
import { rangeText } from "#labels/range-text.ts";
import { OPEN_KEYS } from "./time-keys.ts";
import classes from "./time-range-control.module.css";

// With the calendar it is the largest control of all, and most days nobody opens it.
const RangePanel = createLazyPart(
  () => import("./range-panel.tsx"),
  (module) => module.RangePanel,
);

interface RangeButtonProps {
  readonly time: TimeRange;
  readonly range: AbsoluteRange;
  readonly asOf: number;
  readonly disabled: boolean;
  readonly onChange: (time: TimeRange) => void;
}

/** Says the range in a line, and opens the panel in which another is chosen or typed. */
export function RangeButton(props: RangeButtonProps) {
  const { time, range, asOf, disabled, onChange } = props;
  const t = useTranslations("time");
  const panel = useTranslations("panel");
  const formats = useFormats();
  const [isOpen, setOpen] = useState(false);
  // What was typed outlasts the panel until it has an effect or is given up.
  const [draft, setDraft] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  useScreenKeys([[OPEN_KEYS, disabled ? undefined : () => setOpen(true)]]);
  const name = isRelative(time) ? t(`ranges.${time.relative}`) : undefined;
  const text = rangeText(range, formats, asOf);
  const zone = `${formats.timeZone} ${formats.offset(asOf)}`;
  return (
    <span className={classes["place"]}>
      <button
        ref={button}
        type="button"
        className={classes["range"]}
        disabled={disabled}
        title={disabled ? panel("overridden") : `${text} · ${zone}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-keyshortcuts="T"
        onClick={() => setOpen(!isOpen)}
      >
        {name !== undefined && <strong className={classes["name"]}>{name}</strong>}
        <span className={classes["ends"]}>{text}</span>
      </button>
      {isOpen && (
        <RangePanel
          whenFailed={PartFailed}
          time={time}
          range={range}
          asOf={asOf}
          draft={draft}
          onDraft={setDraft}
          button={button}
          onChange={onChange}
          onClose={() => setOpen(false)}
        />
      )}
    </span>
  );
}
