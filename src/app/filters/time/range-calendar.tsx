import generateCalendar, { type CalendarProps } from "antd/es/calendar/generateCalendar";
import type { Dayjs } from "dayjs";
import { useLocale, useTranslations } from "use-intl";
import { READINGS_CALENDAR, toWallClock } from "#app/i18n/wall-clock.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import classes from "./range-panel.module.css";

const Calendar = generateCalendar<Dayjs>(READINGS_CALENDAR);

const FIRST_DAY = "1970-01-01";
const dayOf = (reading: Dayjs) => reading.format("YYYY-MM-DD");

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
  const readingOf = (ms: number) => toWallClock(ms, timeZone);
  const today = dayOf(readingOf(asOf));
  const days = { first: dayOf(readingOf(marked.from)), last: dayOf(readingOf(marked.to)), today };
  return (
    <Calendar
      fullscreen={false}
      className={classes["calendar"] ?? ""}
      mode="month"
      defaultValue={readingOf(marked.to)}
      disabledDate={(date) => dayOf(date) > today || dayOf(date) < FIRST_DAY}
      onSelect={(date, { source }) => {
        if (source === "date") onDay(dayOf(date));
      }}
      headerRender={monthHead(today)}
      fullCellRender={dayCell(days)}
    />
  );
}

function monthHead(today: string): NonNullable<CalendarProps<Dayjs>["headerRender"]> {
  return ({ value, onChange }) => (
    <MonthHead
      month={value}
      isLatest={dayOf(value).slice(0, 7) >= today.slice(0, 7)}
      onTurn={onChange}
    />
  );
}

interface MonthHeadProps {
  readonly month: Dayjs;
  readonly isLatest: boolean;
  readonly onTurn: (to: Dayjs) => void;
}

function MonthHead({ month, isLatest, onTurn }: MonthHeadProps) {
  const t = useTranslations("time");
  const format = new Intl.DateTimeFormat(useLocale(), {
    year: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  return (
    <div className={classes["month"]}>
      <button
        type="button"
        className={classes["turn"]}
        aria-label={t("earlierMonth")}
        onClick={() => onTurn(month.subtract(1, "month"))}
      >
        <span aria-hidden>‹</span>
      </button>
      <span aria-live="polite">{format.format(month.toDate())}</span>
      <button
        type="button"
        className={classes["turn"]}
        aria-label={t("laterMonth")}
        disabled={isLatest}
        onClick={() => onTurn(month.add(1, "month"))}
      >
        <span aria-hidden>›</span>
      </button>
    </div>
  );
}

interface MarkedDays {
  readonly first: string;
  readonly last: string;
  readonly today: string;
}

function dayCell({ first, last, today }: MarkedDays) {
  return (date: Dayjs) => {
    const day = dayOf(date);
    const names = [
      classes["day"],
      first <= day && day <= last && classes["marked"],
      day === today && classes["today"],
    ];
    return <span className={names.filter(Boolean).join(" ")}>{date.date()}</span>;
  };
}
