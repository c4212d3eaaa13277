import { expect, test } from "vitest";
import { narrowValues } from "./narrow-values.ts";

const letters = (count: number) => Array.from({ length: count }, (_unused, index) => `v${index}`);
const narrowed = (
  values: readonly string[],
  more: Partial<Parameters<typeof narrowValues>[0]> = {},
) =>
  narrowValues({
    values,
    labelOf: (value) => `Label ${value.slice(1)}`,
    sought: "",
    showsAll: false,
    canSearch: true,
    ...more,
  });

test("short lists are shown in whole and have nothing to search in", () => {
  expect(narrowed(letters(8))).toEqual({ searchable: false, listed: letters(8), hidden: 0 });
  expect(narrowed(letters(8), { sought: "1" }).listed).toHaveLength(8);
});

test("long lists are cut where that is worth a button, unless all is asked for", () => {
  expect(narrowed(letters(10))).toMatchObject({ searchable: true, hidden: 0 });
  expect(narrowed(letters(11))).toMatchObject({ listed: letters(8), hidden: 3 });
  expect(narrowed(letters(11), { showsAll: true })).toMatchObject({ hidden: 0 });
});

test("a search goes by label and by value, beyond what was cut", () => {
  expect(narrowed(letters(30), { sought: " label 29" }).listed).toEqual(["v29"]);
  expect(narrowed(letters(30), { sought: "V12" }).listed).toEqual(["v12"]);
  expect(narrowed(letters(30), { sought: "x" })).toEqual({
    searchable: true,
    listed: [],
    hidden: 0,
  });
});
