import fc from "fast-check";
import { expect, test } from "vitest";
import { splitList } from "./comma-list.ts";

test("a list is its items, without blanks around them and without empty ones", () => {
  expect(splitList("a1, a2")).toEqual(["a1", "a2"]);
  expect(splitList(" ,a\u00a0b\t,,\u00a0c\u3000,\r\n")).toEqual(["a\u00a0b", "c"]);
  expect(splitList(", ,\u3000")).toEqual([]);
});

test("who comes twice in a chain of transfers stays twice", () => {
  expect(splitList("ann,bob, ann")).toEqual(["ann", "bob", "ann"]);
});

test("a comma of another width is part of an item, as the upstream joins by the plain one", () => {
  expect(splitList("销售,售后，华东")).toEqual(["销售", "售后，华东"]);
});

test("items come back from whatever blanks they were joined with", () => {
  const item = fc.stringMatching(/^[a-z@王]([a-z 王]{0,3}[a-z王])?$/);
  const blanks = fc.stringMatching(/^[ \t\n\u00a0\u3000\u2009\ufeff]{0,2}$/u);
  const padded = fc.tuple(blanks, fc.option(item, { nil: "" }), blanks);
  fc.assert(
    fc.property(fc.array(padded), (parts) => {
      const text = parts.map((part) => part.join("")).join(",");
      expect(splitList(text)).toEqual(parts.flatMap(([, one]) => (one === "" ? [] : [one])));
    }),
  );
});
