import Button from "antd/es/button";
import generatePicker from "antd/es/date-picker/generatePicker";
import type { Dayjs } from "dayjs";
import { useMemo, useRef, useState, type KeyboardEvent, type SyntheticEvent } from "react";
import { useTranslations } from "use-intl";
import { createWallClockCalendar, readWallClock, toWallClock } from "#app/i18n/wall-clock.ts";
import { LATEST_INSTANT, type AbsoluteRange } from "#contract/time/time-range.ts";
import type { Ends } from "./chosen-range.ts";
import { withTextsRead, type Side } from "./range-draft.ts";
import { useRangeDraft } from "./use-range-draft.ts";
import classes from "./time-range-control.module.css";

interface CustomRangeProps {
  range: AbsoluteRange;
  /** Whether the range follows the calendar: nobody chose its ends. */
  isRelative: boolean;
  timeZone: string;
  /** Whether to open at once. */
  open: boolean;
  disabled: boolean;
  onChange: (range: AbsoluteRange) => void;
  onDismiss: () => void;
}

const DAY_ENDS = [readWallClock("2000-01-01 00:00:00"), readWallClock("2000-01-01 23:59:59")];

/** The picker marks its two fields so; nothing else in it takes input. */
const fieldOf = (side: Side) => `[date-range="${side === 0 ? "start" : "end"}"]`;
// Within the picker events come from elements.
const sideOf = (event: SyntheticEvent<HTMLElement>): Side =>
  (event.target as HTMLElement).matches(fieldOf(1)) ? 1 : 0;

/**
 * Two instants by calendar and clock, both in the configured time zone whatever the browser's own:
 * the picker only ever sees wall-clock readings of that zone. However it is left, but by Escape, what was
 * filled in takes effect, or stays and says what is missing.
 */
export function CustomRange(props: CustomRangeProps) {
  const { range, timeZone, isRelative, onChange, onDismiss } = props;
  const t = useTranslations("time");
  const { RangePicker } = useMemo(
    () => generatePicker<Dayjs>(createWallClockCalendar(timeZone)),
    [timeZone],
  );
  const place = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(props.open);
  const [side, setSide] = useState<Side>(0);
  const [visited, setVisited] = useState<readonly Side[]>([]);
  // The same object while it is the same range: another would take away what is half chosen.
  const opened = useMemo((): Ends => {
    const ends: Ends = [toWallClock(range.from, timeZone), toWallClock(range.to, timeZone)];
    // From "today until now" one who clicks another day does not want it until now.
    return isRelative ? [ends[0].startOf("day"), ends[1].endOf("day")] : ends;
  }, [range, timeZone, isRelative]);
  const shown = isRelative ? undefined : range;
  const { draft, missing, type, pick, drop, settle } = useRangeDraft(opened, shown, timeZone);
  const isUnread = draft.texts.some((text) => text !== undefined);

  function open() {
    setOpen(true);
    setVisited([]);
  }
  function close() {
    setOpen(false);
    const settled = settle();
    if (settled.state === "chosen") onChange(settled.range);
    else if (settled.state === "unchanged") onDismiss();
  }
  /** On to the other field, or done when both have been in hand. */
  function confirm() {
    const other: Side = side === 0 ? 1 : 0;
    if (visited.includes(other)) close();
    else place.current?.querySelector<HTMLElement>(fieldOf(other))?.focus();
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key === "Escape") drop();
    // The picker itself takes Enter where it reads a whole instant.
    if (event.key === "Enter" && isUnread && !withTextsRead(draft).texts.some(Boolean)) confirm();
  }

  const picker = (
    <RangePicker
      size="small"
      style={{ inlineSize: 316, maxInlineSize: "100%" }}
      allowClear={false}
      minDate={toWallClock(0, timeZone)}
      maxDate={toWallClock(LATEST_INSTANT, timeZone)}
      classNames={{ popup: { root: classes["calendar"] ?? "" } }}
      disabled={props.disabled}
      status={missing && !isOpen ? "error" : ""}
      preserveInvalidOnBlur={isUnread}
      order={false}
      // While it is open one goes freely from field to field: where it wants a confirmation it brings the
      // focus back. When it closes it must want one, or it goes on to the field that was not filled in.
      needConfirm={!isOpen}
      renderExtraFooter={() =>
        isOpen && (
          <span className={classes["confirm"]}>
            <Button size="small" type="primary" onClick={confirm}>
              <span>{t("confirm")}</span>
            </Button>
          </span>
        )
      }
      open={isOpen}
      onOpenChange={(next) => {
        if (!next) close();
        else if (!isOpen) open();
      }}
      onFocus={(_event, { range: name }) => {
        const focused: Side = name === "end" ? 1 : 0;
        setSide(focused);
        setVisited((before) => [...new Set([...before, focused])]);
      }}
      showTime={{
        format: "HH:mm:ss",
        defaultOpenValue: DAY_ENDS,
      }}
      format="YYYY-MM-DD HH:mm:ss"
      value={draft.ends}
      onCalendarChange={([start, end]) => pick([start, end])}
    />
  );
  return (
    <>
      <span
        ref={place}
        onInput={(event) => type(sideOf(event), (event.target as HTMLInputElement).value)}
        onKeyDown={onKeyDown}
      >
        {picker}
      </span>
      {missing && !isOpen && (
        <span role="alert" className={classes["missing"]}>
          {t(`missing.${missing}`, { timeZone })}
        </span>
      )}
    </>
  );
}
