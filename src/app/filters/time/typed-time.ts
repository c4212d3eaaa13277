import { HOUR_MS, MINUTE_MS } from "#contract/time/durations.ts";
import { DAY_PARTS } from "./typed-words.ts";

/** A time or a part of a day, ms from its beginning; `end` is exclusive, and `from` where it is a moment. */
export interface TypedTime {
  readonly from: number;
  readonly end: number;
  /** True for "afternoon", false for "14:05". */
  readonly isPart: boolean;
}

const PART = new RegExp(`^(${Object.keys(DAY_PARTS).join("|")})[ ,]*`);
/** `8:00`, `08:00:15`, `8:00pm` */
const CLOCK = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,3})?)? ?(am|pm)?$/;
/** `9点`, `9点半`, `9点15分`, `9时` */
const SPOKEN = /^(\d{1,2}) ?[点时](?:(半)|整|钟|(\d{1,2}) ?分?)?$/;
/** `9am`, `9 pm` */
const HOUR = /^(\d{1,2}) ?(am|pm)$/;

/**
 * Reads a time of day, or a part of a day with or without one: `14:05`, `下午`, `下午 2点`. What a clock shows
 * is the minute, or the second, that it names; what is said (`2点`, `2点半`, `2pm`) is a moment: from ten to
 * eleven nothing is of eleven.
 */
export function readTimeOfDay(text: string): TypedTime | undefined {
  const [found, part = ""] = PART.exec(text) ?? [""];
  const rest = text.slice(found.length);
  const hours = DAY_PARTS[part];
  if (rest === "")
    return hours && { from: hours[0] * HOUR_MS, end: hours[1] * HOUR_MS, isPart: true };
  const time = readClock(rest);
  if (time === undefined) return undefined;
  const hour = hourIn(time, hours);
  if (hour === undefined || time.minute > 59 || time.second > 59) return undefined;
  const from = hour * HOUR_MS + time.minute * MINUTE_MS + time.second * 1000;
  // Midnight at a day's end is the end of that day.
  if (hour === 24) return from === 24 * HOUR_MS ? { from, end: from, isPart: false } : undefined;
  return { from, end: from + time.lengthMs, isPart: false };
}

interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 for a moment. */
  readonly lengthMs: number;
  readonly half?: string | undefined;
}

function readClock(text: string): ClockTime | undefined {
  const clock = CLOCK.exec(text);
  if (clock !== null)
    return {
      hour: Number(clock[1]),
      minute: Number(clock[2]),
      second: Number(clock[3] ?? 0),
      lengthMs: clock[3] === undefined ? MINUTE_MS : 1000,
      half: clock[4],
    };
  const spoken = SPOKEN.exec(text);
  if (spoken !== null) {
    const minute = spoken[2] === undefined ? Number(spoken[3] ?? 0) : 30;
    return { hour: Number(spoken[1]), minute, second: 0, lengthMs: 0 };
  }
  const hour = HOUR.exec(text);
  if (hour === null) return undefined;
  return { hour: Number(hour[1]), minute: 0, second: 0, lengthMs: 0, half: hour[2] };
}

/** The hour of 24, from one of 12 and the part of the day that was said with it. */
function hourIn(
  { hour, half }: ClockTime,
  part: readonly [number, number] | undefined,
): number | undefined {
  if (hour > 24) return undefined;
  if (half !== undefined)
    return hour < 1 || hour > 12 ? undefined : (hour % 12) + (half === "pm" ? 12 : 0);
  if (part === undefined) return hour;
  if (hour >= part[0] && hour < part[1]) return hour;
  const later = hour + 12;
  return later >= part[0] && later < part[1] ? later : undefined;
}
