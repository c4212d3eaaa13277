import generatePicker from "antd/es/date-picker/generatePicker";
import type { Dayjs } from "dayjs";
import { useMemo, useState } from "react";
import {
  createWallClockCalendar,
  fromWallClock,
  readWallClock,
  toWallClock,
} from "#app/i18n/wall-clock.ts";
import { LATEST_INSTANT, type AbsoluteRange } from "#contract/time/time-range.ts";
import classes from "./time-range-control.module.css";

interface CustomRangeProps {
  range: AbsoluteRange;
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
  return (
    <RangePicker
      size="small"
      style={{ inlineSize: 316, maxInlineSize: "100%" }}
      allowClear={false}
      minDate={toWallClock(0, timeZone)}
      maxDate={toWallClock(LATEST_INSTANT, timeZone)}
      classNames={{ popup: { root: classes["calendar"] ?? "" } }}
      disabled={props.disabled}
      open={isOpen}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) props.onDismiss();
      }}
      showTime={{
        format: "HH:mm:ss",
        defaultOpenValue: DAY_ENDS,
      }}
      format="YYYY-MM-DD HH:mm:ss"
      value={[toWallClock(range.from, timeZone), toWallClock(range.to, timeZone)]}
      onChange={(values) => {
        const [start, end] = values ?? [];
        if (!start || !end) return;
        const from = fromWallClock(start.millisecond(0), timeZone);
        // The end is inclusive to the millisecond, and the picker stops at seconds.
        const to = fromWallClock(end.millisecond(999), timeZone);
        onChange(from <= to ? { from, to } : { from: to, to: from });
      }}
    />
  );
}
