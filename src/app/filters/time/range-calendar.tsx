import generateCalendar from "antd/es/calendar/generateCalendar";
import type { Dayjs } from "dayjs";
import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import { createWallClockCalendar, toWallClock } from "#app/i18n/wall-clock.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import classes from "./range-panel.module.css";

const FIRST_DAY = "1970-01-01";

interface RangeCalendarProps {
  /** What is chosen or typed so far: its days are marked. */
  readonly marked: AbsoluteRange;
  readonly asOf: number;
  readonly timeZone: string;
  /** A day that was clicked, as `2026-11-22`. */
  readonly onDay: (day: string) => void;
}

/** A month of days in the configured time zone. It says which day was clicked and keeps nothing. */
export function RangeCalendar({ marked, asOf, timeZone, onDay }: RangeCalendarProps) {
  const t = useTranslations("time");
  const month = new Intl.DateTimeFormat(useLocale(), {
    year: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  const now = useMemo(() => toWallClock(asOf, timeZone), [asOf, timeZone]);
  const Calendar = useMemo(() => generateCalendar<Dayjs>(createWallClockCalendar(now)), [now]);
  const dayOf = (reading: Dayjs) => reading.format("YYYY-MM-DD");
  const [first, last] = [marked.from, marked.to].map((ms) => dayOf(toWallClock(ms, timeZone)));
  const today = dayOf(now);
  return (
    <Calendar
      fullscreen={false}
      className={classes["calendar"] ?? ""}
      mode="month"
      defaultValue={toWallClock(marked.to, timeZone)}
      disabledDate={(date) => dayOf(date) > today || dayOf(date) < FIRST_DAY}
      onSelect={(date, { source }) => {
        if (source === "date") onDay(dayOf(date));
      }}
      headerRender={({ value, onChange }) => (
        <div className={classes["month"]}>
          <button
            type="button"
            className={classes["turn"]}
            aria-label={t("earlierMonth")}
            onClick={() => onChange(value.subtract(1, "month"))}
          >
            <span aria-hidden>‹</span>
          </button>
          <span aria-live="polite">{month.format(value.toDate())}</span>
          <button
            type="button"
            className={classes["turn"]}
            aria-label={t("laterMonth")}
            disabled={value.isSame(now, "month")}
            onClick={() => onChange(value.add(1, "month"))}
          >
            <span aria-hidden>›</span>
          </button>
        </div>
      )}
      fullCellRender={(date) => {
        const day = dayOf(date);
        const isMarked = first !== undefined && last !== undefined && first <= day && day <= last;
        const names = [
          classes["day"],
          isMarked && classes["marked"],
          day === today && classes["today"],
        ];
        return <span className={names.filter(Boolean).join(" ")}>{date.date()}</span>;
      }}
    />
  );
}
