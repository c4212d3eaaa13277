import { expect, test } from "vitest";
import { growthText, pointsText } from "./change-text.ts";
import { createFormats } from "./formats.ts";

const formats = createFormats("zh-CN", "Asia/Shanghai");

test("growth is told in percent of before, and not where there was nothing", () => {
  expect(growthText(112, 100, formats)).toBe("+12%");
  expect(growthText(88, 100, formats)).toBe("−12%");
  expect(growthText(100, 100, formats)).toBe("0%");
  expect(growthText(0, 0, formats)).toBe("0%");
  expect(growthText(5, 0, formats)).toBeUndefined();
});

test("shares differ by points", () => {
  expect(pointsText(0.832, 0.82, formats)).toBe("+1.2");
  expect(pointsText(0.8, 0.82, formats)).toBe("−2");
  expect(pointsText(0.82, 0.82, formats)).toBe("0");
});
