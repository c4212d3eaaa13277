import fc from "fast-check";
import { expect, test } from "vitest";
import { splitNames } from "./split-names.ts";

const ids = (count: number) => ["a", "b", "c", "d"].slice(0, count);

test.each([
  ["Ann", 1, ["Ann"]],
  ["Doe, Jane", 1, ["Doe, Jane"]],
  ["Doe,Jane", 1, ["Doe,Jane"]],
  ["Ann,Bob", 2, ["Ann", "Bob"]],
  ["Doe, Jane,Roe, Max", 2, ["Doe, Jane", "Roe, Max"]],
  ["Ann, Bob", 2, ["Ann", "Bob"]],
  [",Bob", 2, ["a", "Bob"]],
  ["Doe,Jane,Bob", 2, ["Doe,Jane,Bob"]],
  ["Ann,Bob", 3, ["Ann", "Bob"]],
  ["Ann,Bob", 0, ["Ann", "Bob"]],
  [" , ", 2, []],
])("%j of %d people is %j", (text, people, names) => {
  expect(splitNames(text, ids(people))).toEqual(names);
});

test("names that hold no comma come back as they were joined", () => {
  const names = fc.array(
    fc.string({ minLength: 1 }).map((name) => name.replaceAll(",", "").trim() || "x"),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(names, (list) => {
      expect(splitNames(list.join(","), ids(list.length))).toEqual(list);
    }),
  );
});
