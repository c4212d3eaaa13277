import { expect, test } from "vitest";
import { otherForms, typedNumber, withoutCountry } from "./national-number.ts";

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

test.each([
  ["15430608579", ["+8615430608579", "8615430608579"]],
  ["+8615430608579", ["15430608579", "8615430608579"]],
  ["8615430608579", ["15430608579", "+8615430608579"]],
  ["008615430608579", ["15430608579", "+8615430608579", "8615430608579"]],
  ["154-3060-8579", ["15430608579", "+8615430608579", "8615430608579"]],
  ["02155500100", ["+862155500100", "862155500100"]],
  ["+862155500100", ["02155500100", "862155500100"]],
  ["075555500100", ["+8675555500100", "8675555500100"]],
])("a call may have stored %s in other forms", (number, forms) => {
  for (const filter of ["callingNumber", "calledNumber"] as const)
    expect(otherForms(filter, number).map((other) => other.number)).toEqual(forms);
});

test("where a part is looked for, what all forms share is the only other one", () => {
  const numbers = (text: string) => otherForms("phoneNumber", text).map(({ number }) => number);
  expect(numbers("+8615430608579")).toEqual(["15430608579"]);
  expect(numbers("02155500100")).toEqual(["2155500100"]);
  expect(numbers("15430608579")).toEqual([]);
});

test.each([
  "8001",
  "95000",
  "anonymous",
  "154****8579",
  "86550100",
  "+12000000000",
  "2155500100",
  "",
])("%s has no other form", (number) => {
  for (const filter of ["phoneNumber", "callingNumber", "calledNumber"] as const)
    expect(otherForms(filter, number)).toEqual([]);
});
