import { expect, test } from "vitest";
import { customerNumber, sharedPart } from "./customer-number.ts";
import { isWithheld } from "./withheld-number.ts";

const of = (callingNumber: string) => customerNumber({ contactType: "Inbound", callingNumber });

test.each([
  ["13800138000", "+8613800138000", "008613800138000", "8613800138000", "013800138000"],
  ["02155500100", "+862155500100", "00862155500100", "862155500100"],
  ["95588", "+8695588"],
])("%s is one customer, however it was stored, and found by what all forms share", (...forms) => {
  const [number = ""] = forms;
  expect(new Set(forms.map(of))).toEqual(new Set([number]));
  for (const form of forms) expect(form).toContain(sharedPart(number));
});

test("what is part of a number, or has one within it, is another's", () => {
  expect(of("3800138")).not.toBe(of("13800138000"));
  expect(of("138001380001")).toBe("138001380001");
});

test.each([
  undefined,
  "",
  " ",
  "anonymous",
  "Private",
  "sip:anonymous@example.invalid",
  "138****8000",
  "+",
])("%j cannot be called back", (number) => expect(isWithheld(number)).toBe(true));

test.each(["13800138000", "+14155550100", "8001", "sip:1001@example.com"])("%j can", (number) =>
  expect(isWithheld(number)).toBe(false),
);
