import fc from "fast-check";
import { expect, test } from "vitest";
import { PANEL_SECTIONS } from "./panel-sections.ts";
import { SECTION_PREFERENCE } from "./section-preference.ts";

test("what is kept of open and folded blocks is read as it was written", () => {
  const ids = fc.constantFrom(...PANEL_SECTIONS.map(({ id }) => id));
  fc.assert(
    fc.property(fc.dictionary(ids, fc.boolean(), { noNullPrototype: true }), (sections) => {
      expect(SECTION_PREFERENCE.read(SECTION_PREFERENCE.write(sections))).toEqual(sections);
    }),
  );
});

test("a text of another edition, or of nobody's, costs nothing but what it says", () => {
  expect(SECTION_PREFERENCE.read("+gone,-phones,,__proto__")).toEqual({ phones: false });
});
