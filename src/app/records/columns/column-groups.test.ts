import { expect, test } from "vitest";
import { COLUMN_NAMES, DEFAULT_COLUMNS } from "#contract/view/columns.ts";
import { hiddenColumns } from "./column-groups.ts";

test("every column is either shown or in exactly one group", () => {
  const hidden = hiddenColumns(DEFAULT_COLUMNS.shown).flatMap(({ columns }) => columns);
  expect([...hidden, ...DEFAULT_COLUMNS.shown].toSorted()).toEqual([...COLUMN_NAMES].toSorted());
});

test("a group without hidden columns is left out", () => {
  const groups = hiddenColumns(["parties", "phases", "satisfaction"]).map(({ group }) => group);
  expect(groups).toEqual(["times", "durations", "numbers", "categories", "texts"]);
});
