import { expect, test } from "vitest";
import { CONTACT_DISPOSITIONS } from "#contract/record/enums.ts";
import { DAY_MS, HOUR_MS } from "#contract/time/durations.ts";
import { COLUMN_NAMES, DEFAULT_COLUMNS } from "#contract/view/columns.ts";
import { createFormats } from "#labels/formats.ts";
import { messagesEnUs } from "#labels/messages-en-us.ts";
import { messagesZhCn } from "#labels/messages-zh-cn.ts";
import { columnWidths, isFigure } from "./column-widths.ts";
import { guessWidth } from "./measure-text.kit.ts";

const INSTANT = "00-00 00:00:00";
const LANGUAGES = { "zh-CN": messagesZhCn, "en-US": messagesEnUs };

test.each(Object.entries(LANGUAGES))("every disposition fits its column: %s", (_locale, labels) => {
  const { least } = columnWidths(labels, guessWidth, INSTANT).contactDisposition;
  for (const value of CONTACT_DISPOSITIONS)
    expect(guessWidth(labels.enums.contactDisposition[value], "cell")).toBeLessThanOrEqual(
      least - 12 - 13,
    );
});

test.each(Object.entries(LANGUAGES))(
  "the default columns fit beside the filters on a screen of 1440 pixels: %s",
  (_locale, labels) => {
    const widths = columnWidths(labels, guessWidth, INSTANT);
    const sum = DEFAULT_COLUMNS.shown.reduce((all, column) => all + widths[column].least, 0);
    expect(sum).toBeLessThanOrEqual(1167);
  },
);

test("no column is wider than all of it", () => {
  for (const labels of Object.values(LANGUAGES))
    for (const { least, full } of Object.values(columnWidths(labels, guessWidth, INSTANT)))
      expect(least).toBeLessThanOrEqual(full);
});

test("durations and counts stand at the right edge, all else at the left", () => {
  expect(COLUMN_NAMES.filter(isFigure)).toContain("talkTime");
  for (const column of ["phases", "parties", "satisfaction", "startTime"] as const)
    expect(isFigure(column)).toBe(false);
});

test("an instant is not cut where clocks show an hour twice, and no wider than it must be elsewhere", () => {
  const newYork = createFormats("en-US", "America/New_York");
  const put = Date.parse("2026-11-01T01:30:00-05:00");
  const fits = (from: number, to: number) => {
    const widths = columnWidths(
      messagesEnUs,
      guessWidth,
      newYork.instantExample({ from, to }, put),
    );
    return widths.startTime.least - 12 >= guessWidth(newYork.instantShort(put, put), "cell");
  };
  expect(fits(put, put)).toBe(true);
  expect(fits(put - 2 * HOUR_MS, put)).toBe(true);
  expect(fits(put - 90 * DAY_MS, put + 90 * DAY_MS)).toBe(true);
  expect(fits(put + 3 * DAY_MS, put + 50 * DAY_MS)).toBe(false);
  // Put forward, clocks show nothing twice.
  expect(fits(put + 10 * DAY_MS, put + 40 * DAY_MS)).toBe(false);
});

test("an instant is not cut where some calls are of another year", () => {
  const shanghai = createFormats("zh-CN", "Asia/Shanghai");
  const january = Date.parse("2027-01-15T12:00:00+08:00");
  const fits = (from: number) => {
    const example = shanghai.instantExample({ from, to: january }, january);
    const widths = columnWidths(messagesEnUs, guessWidth, example);
    return widths.startTime.least - 12 >= guessWidth(shanghai.instantShort(from, january), "cell");
  };
  for (const days of [0, 14, 15, 30]) expect(fits(january - days * DAY_MS), `${days}`).toBe(true);
});
