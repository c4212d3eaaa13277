import { MINUTE_MS } from "#contract/time/durations.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import { createReadings, readingText } from "./readings.ts";

/** What the clocks show at an instant, in parts. */
export interface Reading {
  /** `2026-11-22` */
  readonly day: string;
  /** `14:05:12` */
  readonly clock: string;
}

/**
 * The offsets of a stretch's ends: none where neither is in an hour that the clocks show twice. One at the end
 * alone is that of both; where they differ, both have theirs, or the one would be taken for the other's.
 */
export interface EndOffsets {
  readonly atStart?: string;
  readonly atEnd?: string;
}

/**
 * How values look on screen, in one language and one time zone. An instant in an hour that the clocks show
 * twice carries its offset: `2026-11-01 01:30:00 UTC-04:00`.
 */
export interface Formats {
  readonly timeZone: string;
  /** As the clocks show it: in an hour a year it may be either of two instants. */
  reading(ms: number): Reading;
  /** `UTC-04:00` where the clocks show the same twice, else nothing */
  twiceShown(ms: number): string | undefined;
  /** The offsets that the two ends of a stretch are to be written with. */
  offsets(from: number, to: number): EndOffsets;
  /** `2026-11-22 14:05:12` */
  instant(ms: number): string;
  /**
   * An instant as long as the short ones of a range are: with the year where some are not of that of `nowMs`,
   * with an offset where its clocks show an hour twice.
   */
  instantExample(range: AbsoluteRange, nowMs: number): string;
  /** `11-22 14:05:12`, with the year where it is not the year of `nowMs` */
  instantShort(ms: number, nowMs: number): string;
  /** `14:05:12`, with the day where it is not the day of `nowMs` */
  clock(ms: number, nowMs: number): string;
  /** `14:05`, with the day where it is not the day of `nowMs` */
  clockShort(ms: number, nowMs: number): string;
  /** `周日`, `Sun` */
  weekday(ms: number): string;
  /** `82.3%` */
  percent(share: number): string;
  /** `0:07`, `4:31`, `1:02:03`: figures of one kind line up at the right edge */
  seconds(seconds: number): string;
  /** `8,412` */
  count(count: number): string;
  /** `+1,204`, `−3`, `0` */
  change(count: number): string;
  /** `+3.5%`, `−12%` of a share such as 0.035 */
  percentChange(share: number): string;
  /** `UTC+08:00`, as it is at that instant */
  offset(ms: number): string;
}

/** `1:02:03`; a sign survives, since impossible values must show and not be mended. */
export function formatSeconds(seconds: number): string {
  const whole = Math.abs(Math.round(seconds));
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const clock =
    hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
  return seconds < 0 ? `-${clock}` : clock;
}

/** `UTC+08:00` */
function offsetText(ms: number): string {
  const minutes = Math.abs(Math.round(ms / MINUTE_MS));
  const two = (value: number) => String(value).padStart(2, "0");
  return `UTC${ms < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Made when it is first needed: each of Intl's takes longer than a row, and the first row needs one of them. */
function lazily<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

export function createFormats(locale: string, timeZone: string): Formats {
  const number = lazily(() => new Intl.NumberFormat(locale));
  const signed = lazily(() => new Intl.NumberFormat(locale, { signDisplay: "exceptZero" }));
  const percent = lazily(
    () =>
      new Intl.NumberFormat(locale, {
        style: "percent",
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }),
  );
  const signedPercent = lazily(
    () =>
      new Intl.NumberFormat(locale, {
        style: "percent",
        signDisplay: "exceptZero",
        maximumFractionDigits: 1,
      }),
  );
  // A hyphen beside figures is easily overlooked.
  const withMinus = (text: string) => text.replace("-", "−");
  const weekday = lazily(() => new Intl.DateTimeFormat(locale, { weekday: "short", timeZone }));
  const readings = createReadings(timeZone);
  const text = (ms: number) => readingText(ms + readings.offset(ms));
  const offset = (ms: number) => offsetText(readings.offset(ms));
  const twiceShown = (ms: number) => (readings.isShownTwice(ms) ? offset(ms) : undefined);
  const instant = (ms: number) => [text(ms), twiceShown(ms) ?? []].flat().join(" ");
  const clock = (ms: number, nowMs: number) => {
    const then = instant(ms);
    return then.slice(0, 10) === text(nowMs).slice(0, 10) ? then.slice(11) : then.slice(5);
  };
  return {
    timeZone,
    reading: (ms) => {
      const [day = "", shown = ""] = text(ms).split(" ");
      return { day, clock: shown };
    },
    twiceShown,
    offsets: (from, to) => {
      if (!readings.isShownTwice(from) && !readings.isShownTwice(to)) return {};
      const [atStart, atEnd] = [offset(from), offset(to)];
      return atStart === atEnd ? { atEnd } : { atStart, atEnd };
    },
    instant,
    instantExample: ({ from, to }, nowMs) => {
      const year = text(nowMs).slice(0, 4);
      const isOfYear = [from, to].every((edge) => text(edge).startsWith(year));
      const offsetExample = readings.arePutBack(from, to) ? " UTC+00:00" : "";
      return `${isOfYear ? "" : "0000-"}00-00 00:00:00${offsetExample}`;
    },
    instantShort: (ms, nowMs) => {
      const then = instant(ms);
      return then.slice(0, 4) === text(nowMs).slice(0, 4) ? then.slice(5) : then;
    },
    clock,
    clockShort: (ms, nowMs) => clock(ms, nowMs).replace(/(\d\d:\d\d):\d\d/, "$1"),
    weekday: (ms) => weekday().format(ms),
    percent: (share) => percent().format(share),
    seconds: formatSeconds,
    count: (count) => number().format(count),
    change: (count) => withMinus(signed().format(count)),
    percentChange: (share) => withMinus(signedPercent().format(share)),
    offset,
  };
}
