import { expect, test } from "vitest";
import { COLUMN_PREFERENCES, DENSITY, limitWidth } from "./columns-preference.ts";

const { columns, widths } = COLUMN_PREFERENCES.wide;

test("columns are stored as a link has them", () => {
  const own = { shown: ["startTime", "parties"], pinned: 1 } as const;
  expect(columns.write(own)).toBe("*startTime,parties");
  expect(columns.read("*startTime,parties")).toEqual(own);
});

test("stored columns that no longer exist are dropped, and with none left the choice", () => {
  expect(columns.read("gone,talkTime")).toEqual({ shown: ["talkTime"], pinned: 0 });
  expect(columns.read("gone")).toBeUndefined();
});

test("widths survive being stored", () => {
  const own = { startTime: 40, parties: 800 };
  expect(widths.read(widths.write(own))).toEqual(own);
});

test.each(["", "{", "null", "7", "[]", '"a"', "{}", '{"gone":100}', '{"startTime":null}'])(
  "stored widths %j mean nothing",
  (text) => {
    expect(widths.read(text)).toBeUndefined();
  },
);

test("a bad stored width is dropped alone", () => {
  const stored = { startTime: 39, talkTime: 801, ringTime: "90", parties: 200, gone: 100 };
  expect(widths.read(JSON.stringify(stored))).toEqual({ parties: 200 });
});

test("widths are kept within limits and whole", () => {
  expect([limitWidth(-5), limitWidth(99.6), limitWidth(9000)]).toEqual([40, 100, 800]);
});

test("a stored density is one of those there are", () => {
  expect(DENSITY.read("compact")).toBe("compact");
  expect(DENSITY.read("huge")).toBeUndefined();
});

test("narrow and wide screens keep their choices apart", () => {
  const keys = Object.values(COLUMN_PREFERENCES).flatMap((kept) => [
    kept.columns.key,
    kept.widths.key,
  ]);
  expect(new Set(keys).size).toBe(keys.length);
});
