import CalendarOutlined from "@ant-design/icons/es/icons/CalendarOutlined";
import generatePicker from "antd/es/date-picker/generatePicker";
import type { Dayjs } from "dayjs";
import { useMemo, useState, type SyntheticEvent } from "react";
import { createWallClockCalendar, readWallClock, toWallClock } from "#app/i18n/wall-clock.ts";
import { LATEST_INSTANT, type AbsoluteRange } from "#contract/time/time-range.ts";
import { chosenRange, withTouched, type Ends } from "./chosen-range.ts";
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

/**
 * Two instants by calendar and clock, both in the configured time zone whatever the browser's own:
 * the picker only ever sees wall-clock readings of that zone.
 */
export function CustomRange(props: CustomRangeProps) {
  const { range, timeZone, onChange } = props;
  const { RangePicker } = useMemo(
    () => generatePicker<Dayjs>(createWallClockCalendar(timeZone)),
    [timeZone],
  );
  const [isOpen, setOpen] = useState(props.open);
  const [touched, setTouched] = useState<readonly [boolean, boolean]>([false, false]);
  // The same object while it is the same range: another would take away what is half chosen.
  const opened = useMemo((): Ends => {
    const ends: Ends = [toWallClock(range.from, timeZone), toWallClock(range.to, timeZone)];
    // From "today until now" one who clicks another day does not want it until now.
    return props.isRelative ? [ends[0].startOf("day"), ends[1].endOf("day")] : ends;
  }, [range, timeZone, props.isRelative]);
  // A time that is typed is meant, also where it is the one that stood there before.
  const onInput = (event: SyntheticEvent<HTMLElement>) => {
    // Within the picker only its two fields, which are elements, take input.
    const isEnd = (event.target as HTMLElement).getAttribute("date-range") === "end";
    setTouched(([start, end]) => [start || !isEnd, end || isEnd]);
  };
  const picker = (
    <RangePicker
      size="small"
      style={{ inlineSize: 316, maxInlineSize: "100%" }}
      allowClear={false}
      suffixIcon={<CalendarOutlined aria-hidden />}
      minDate={toWallClock(0, timeZone)}
      maxDate={toWallClock(LATEST_INSTANT, timeZone)}
      classNames={{ popup: { root: classes["calendar"] ?? "" } }}
      disabled={props.disabled}
      open={isOpen}
      onOpenChange={(next) => {
        setOpen(next);
        if (next && !isOpen) setTouched([false, false]);
        if (!next) props.onDismiss();
      }}
      showTime={{
        format: "HH:mm:ss",
        defaultOpenValue: DAY_ENDS,
      }}
      format="YYYY-MM-DD HH:mm:ss"
      value={opened}
      onCalendarChange={([start, end]) =>
        setTouched((before) => withTouched(before, opened, [start, end]))
      }
      onChange={(values) => {
        const [start, end] = values ?? [];
        if (start && end) onChange(chosenRange(opened, [start, end], touched, timeZone));
      }}
    />
  );
  return <span onInput={onInput}>{picker}</span>;
}
