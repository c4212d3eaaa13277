import { useSuspenseQuery } from "@tanstack/react-query";
import Popover from "antd/es/popover";
import { useRef, useState, type RefObject } from "react";
import { useTranslations } from "use-intl";
import { sessionQuery } from "#app/api/session-query.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useNarrow } from "#app/ui/use-narrow.ts";
import {
  isRelative,
  resolveTimeRange,
  type AbsoluteRange,
  type TimeRange,
} from "#contract/time/time-range.ts";
import { BETWEEN_ENDS, rangeText } from "#labels/range-text.ts";
import { RangeCalendar } from "./range-calendar.tsx";
import { RangePresets } from "./range-presets.tsx";
import { TypedRangeField } from "./typed-range-field.tsx";
import { readTypedRange } from "./typed-range.ts";
import classes from "./range-panel.module.css";

interface RangePanelProps {
  readonly time: TimeRange;
  readonly range: AbsoluteRange;
  readonly asOf: number;
  /** What is typed or clicked so far; undefined before the first. */
  readonly draft: string | undefined;
  readonly onDraft: (draft: string | undefined) => void;
  /** What opened it, and gets the focus back. */
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onChange: (time: TimeRange) => void;
  readonly onClose: () => void;
}

/**
 * Named ranges, a field to type one, and a calendar that writes into the field: what is in the making is one
 * text, which says what it means. It is open as long as it is drawn.
 */
export function RangePanel(props: RangePanelProps) {
  const { time, range, asOf, draft, onDraft, button, onChange, onClose } = props;
  const t = useTranslations("time");
  const formats = useFormats();
  const calendar = useSuspenseQuery(sessionQuery()).data;
  const narrow = useNarrow();
  const place = useRef<HTMLSpanElement>(null);
  const [isRefused, setRefused] = useState(false);
  const text = draft ?? (isRelative(time) ? "" : rangeText(range, formats, asOf));
  const read = text.trim() === "" ? undefined : readTypedRange(text, asOf, calendar);
  const meant =
    read && "time" in read
      ? { time: read.time, range: resolveTimeRange(read.time, asOf, calendar) }
      : undefined;
  const problem = read && "problem" in read ? read.problem : undefined;

  function write(next: string) {
    onDraft(next);
    setRefused(false);
  }
  function close() {
    onClose();
    button.current?.focus();
  }
  function choose(chosen: TimeRange) {
    onDraft(undefined);
    close();
    onChange(chosen);
  }
  /**
   * What was typed takes effect however the panel is left, but by Escape. What means nothing says so, and is
   * there again when the panel is opened again.
   */
  function leave() {
    if (draft === undefined || draft.trim() === "") close();
    else if (meant !== undefined) choose(meant.time);
    else if (isRefused) close();
    else setRefused(true);
  }
  /** The first day that is clicked begins a range, the second ends it. */
  function clickDay(day: string) {
    const first = /^\d{4}-\d\d-\d\d$/.test(draft ?? "") ? draft : undefined;
    const chosen = first === undefined ? undefined : days(first, day);
    if (chosen === undefined) write(day);
    else choose(chosen);
  }
  function days(first: string, last: string) {
    const both = readTypedRange(first + BETWEEN_ENDS + last, asOf, calendar);
    return "time" in both ? both.time : undefined;
  }

  return (
    <Popover
      open
      trigger={["click"]}
      // Where it is as wide as the screen it only fits somewhere below the button.
      placement={narrow ? "bottom" : "bottomLeft"}
      arrow={false}
      // Beside the button in the document, so that the Tab key comes to it from there.
      getPopupContainer={() => place.current?.parentElement ?? document.body}
      onOpenChange={(next) => {
        if (!next) leave();
      }}
      content={
        <div
          role="dialog"
          aria-label={t("label")}
          className={classes["panel"]}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            onDraft(undefined);
            close();
          }}
        >
          <TypedRangeField
            text={text}
            onText={write}
            meant={meant}
            problem={problem}
            isRefused={isRefused}
            asOf={asOf}
            onDone={leave}
          />
          <div className={classes["choices"]}>
            <RangePresets chosen={isRelative(time) ? time.relative : undefined} onChoose={choose} />
            <RangeCalendar
              marked={meant?.range ?? range}
              asOf={asOf}
              timeZone={formats.timeZone}
              onDay={clickDay}
            />
          </div>
          <p className={classes["zone"]}>
            <span>{`${formats.timeZone} ${formats.offset(asOf)}`}</span>
          </p>
        </div>
      }
    >
      <span ref={place} className={classes["anchor"]} />
    </Popover>
  );
}
