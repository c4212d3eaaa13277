import { expect, test } from "vitest";
import { pickerOptions, type PickerSearch } from "./picker-options.ts";

const LI = { id: "li@ccc-test", name: "李安" };
const LIN = { id: "lin@ccc-test", name: "林静" };
const search = (more: Partial<PickerSearch>): PickerSearch => ({
  text: "",
  recent: [],
  found: undefined,
  isSettled: true,
  hasFailed: false,
  ...more,
});
const told = (more: Partial<PickerSearch>) =>
  pickerOptions(search(more)).map(({ kind, id }) => `${kind} ${id}`);

test("with nothing typed those chosen lately are offered", () => {
  expect(told({ recent: [LIN, LI] })).toEqual(["recent lin@ccc-test", "recent li@ccc-test"]);
  expect(told({ text: "  ", recent: [LI], found: [LIN] })).toEqual(["recent li@ccc-test"]);
});

test("those chosen lately come before those found, and nobody twice", () => {
  expect(told({ text: "LI", recent: [LIN], found: [LI, LIN] })).toEqual([
    "recent lin@ccc-test",
    "found li@ccc-test",
    "useId LI",
  ]);
});

test("what was found for another text is offered only where it fits this one", () => {
  expect(told({ text: "李安", found: [LI, LIN], isSettled: false })).toEqual(["found li@ccc-test"]);
});

test("what was found for this very text is offered, whatever it was found by", () => {
  const found = [{ id: "8f2c@ccc-test", name: "李安" }];
  expect(told({ text: "an.li", found })).toEqual(["found 8f2c@ccc-test", "useId an.li"]);
  expect(told({ text: "an.li", found, isSettled: false })).toEqual([]);
});

test("a text becomes an id once the search is over, or where it looks like one", () => {
  expect(told({ text: "李", isSettled: false })).toEqual([]);
  expect(told({ text: "李", found: [] })).toEqual(["useId 李"]);
  expect(told({ text: " me@ccc-test ", isSettled: false })).toEqual(["useId me@ccc-test"]);
});

test("an id that was pasted with what is not seen, or in full width, is that id", () => {
  for (const text of ["\u202ame@ccc-test\u202c", "ｍｅ＠ccc-test", "me@ccc\u200b-test\u00a0"])
    expect(told({ text, isSettled: false })).toEqual(["useId me@ccc-test"]);
  expect(told({ text: `${LI.id}\u200b`, found: [LI] })).toEqual(["found li@ccc-test"]);
});

test("without an answer a name does not become an id", () => {
  const recent = [LIN];
  expect(told({ text: "张三", hasFailed: true })).toEqual([]);
  expect(told({ text: "林", recent, hasFailed: true })).toEqual(["recent lin@ccc-test"]);
  expect(told({ text: "me@ccc-test", hasFailed: true })).toEqual(["useId me@ccc-test"]);
});

test("an id that was found is not offered a second time as it stands", () => {
  expect(told({ text: LI.id, found: [LI] })).toEqual(["found li@ccc-test"]);
});

test("a text that no link can hold is no id", () => {
  expect(told({ text: "a".repeat(200) })).toEqual([]);
});
