import { expect, test } from "vitest";
import { preferredLocale } from "./preferred-locale.ts";

test.each([
  [undefined, "zh-CN"],
  ["", "zh-CN"],
  ["*", "zh-CN"],
  ["de,fr;q=0.9", "zh-CN"],
  ["zh", "zh-CN"],
  ["en-GB,en;q=0.9", "en-US"],
  ["de-DE,en;q=0.5,zh;q=0.7", "zh-CN"],
  ["en;q=0,zh", "zh-CN"],
  ["en;q=nonsense", "zh-CN"],
])("the first language wanted that we speak: %s gives %s", (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});

test("a header of blanks is read in one pass", () => {
  // Quadratic, as the first edition was, this took minutes; the time limit of every test ends it.
  const header = `a${" ".repeat(2_000_000)}a`;
  expect(preferredLocale(header)).toBe("zh-CN");
});
