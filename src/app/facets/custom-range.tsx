import generatePicker from "antd/es/date-picker/generatePicker";
import dayjsGenerateConfig from "@rc-component/picker/generate/dayjs";
import dayjs, { type Dayjs } from "dayjs";
import { useMemo, useState } from "react";
import type { AbsoluteRange } from "#contract/time-range.ts";
import { fromWallClock, toWallClock } from "#app/i18n/wall-clock.ts";

interface CustomRangeProps {
  range: AbsoluteRange;
  timeZone: string;
  /** Whether to open at once. */
  open: boolean;
  onChange: (range: AbsoluteRange) => void;
  onDismiss: () => void;
}

/**
 * Two instants by calendar and clock, both in the configured time zone whatever the browser's own:
 * the picker only ever sees wall-clock readings of that zone.
 */
export function CustomRange({ range, timeZone, open, onChange, onDismiss }: CustomRangeProps) {
  const { RangePicker } = useMemo(
    () =>
      generatePicker<Dayjs>({
        ...dayjsGenerateConfig,
        getNow: () => toWallClock(Date.now(), timeZone),
      }),
    [timeZone],
  );
  const [isOpen, setOpen] = useState(open);
  return (
    <RangePicker
      size="small"
      style={{ inlineSize: 316, maxInlineSize: "100%" }}
      allowClear={false}
      open={isOpen}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) onDismiss();
      }}
      showTime={{
        format: "HH:mm:ss",
        defaultOpenValue: [dayjs("00:00:00", "HH:mm:ss"), dayjs("23:59:59", "HH:mm:ss")],
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
