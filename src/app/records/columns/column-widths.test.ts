import { expect, test } from "vitest";
import { messagesEnUs } from "#app/i18n/messages-en-us.ts";
import { messagesZhCn } from "#app/i18n/messages-zh-cn.ts";
import { CONTACT_DISPOSITIONS } from "#contract/record/enums.ts";
import { COLUMN_NAMES, DEFAULT_COLUMNS } from "#contract/view/columns.ts";
import { columnWidths, isFigure } from "./column-widths.ts";
import { guessWidth } from "./measure-text.kit.ts";

const LANGUAGES = { "zh-CN": messagesZhCn, "en-US": messagesEnUs };

test.each(Object.entries(LANGUAGES))("every disposition fits its column: %s", (_locale, labels) => {
  const { least } = columnWidths(labels, guessWidth).contactDisposition;
  for (const value of CONTACT_DISPOSITIONS)
    expect(guessWidth(labels.enums.contactDisposition[value], "cell")).toBeLessThanOrEqual(
      least - 12 - 13,
    );
});

test.each(Object.entries(LANGUAGES))(
  "the default columns fit beside the filters on a screen of 1440 pixels: %s",
  (_locale, labels) => {
    const widths = columnWidths(labels, guessWidth);
    const sum = DEFAULT_COLUMNS.shown.reduce((all, column) => all + widths[column].least, 0);
    expect(sum).toBeLessThanOrEqual(1199);
  },
);

test("no column is wider than all of it", () => {
  for (const labels of Object.values(LANGUAGES))
    for (const { least, full } of Object.values(columnWidths(labels, guessWidth)))
      expect(least).toBeLessThanOrEqual(full);
});

test("durations and counts stand at the right edge, all else at the left", () => {
  expect(COLUMN_NAMES.filter(isFigure)).toContain("talkTime");
  for (const column of ["phases", "parties", "satisfaction", "startTime"] as const)
    expect(isFigure(column)).toBe(false);
});
