import { expect, test } from "vitest";
import { typedNumber, withoutCountry } from "./national-number.ts";

test.each([
  ["+86 138 0000 0000", "13800000000", "13800000000"],
  ["0086-138-0000-0000", "13800000000", "13800000000"],
  ["8613800000000", "13800000000", "13800000000"],
  ["tel:+86-21-5550-0100", "2155500100", "02155500100"],
  ["+86 (021) 5550 0100", "02155500100", "02155500100"],
  ["+86 735 555 0100", "7355550100", "07355550100"],
  ["861055500100", "1055500100", "01055500100"],
  ["+86 400 000 0000", "4000000000", "4000000000"],
  ["+86 95000", "95000", "95000"],
  ["+86138****0000", "138****0000", "138****0000"],
  // Nothing says that these begin with the country's code.
  ["86138", "86138", "86138"],
  ["86550100", "86550100", "86550100"],
  ["02155500100", "02155500100", "02155500100"],
  ["+86", "+86", "+86"],
  ["+1 200 000 0000", "+12000000000", "+12000000000"],
  ["8613800", "8613800", "8613800"],
])("%s is looked for as %s, and compared as %s", (text, part, whole) => {
  expect(typedNumber("phoneNumber", text)).toBe(part);
  expect(typedNumber("callingNumber", text)).toBe(whole);
  expect(typedNumber("calledNumber", text)).toBe(whole);
});

test("what is no number is none", () => {
  expect(typedNumber("phoneNumber", "电话")).toBeUndefined();
});

test("without the country's code a number is part of either form", () => {
  for (const stored of ["+8613800000000", "008613800000000", "8613800000000", "13800000000"])
    expect(withoutCountry(stored)).toBe("13800000000");
});
