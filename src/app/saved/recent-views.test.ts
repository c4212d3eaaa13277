import fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_RECENT, readRecent, withRecent } from "./recent-views.ts";

const search = fc.constantFrom("", ..."abcdefghijklmno".split("").map((one) => `?${one}`));

test("the latest ten, each once, the last one first", () => {
  fc.assert(
    fc.property(fc.array(search), (searches) => {
      const recent = searches.reduce(withRecent, [] as readonly string[]);
      const expected = [...new Set(searches.toReversed())].slice(0, MOST_RECENT);
      expect(recent).toEqual(expected);
      expect(readRecent(JSON.stringify(recent))).toEqual(recent);
    }),
  );
});

test("what is no address is passed over", () => {
  expect(readRecent('["?a", 1, null, "javascript:", "?a", ""]')).toEqual(["?a", ""]);
  for (const text of [null, "", "{", "{}", "null"]) expect(readRecent(text)).toEqual([]);
});
