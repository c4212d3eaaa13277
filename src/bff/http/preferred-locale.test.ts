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
