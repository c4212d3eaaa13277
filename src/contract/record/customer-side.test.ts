import { expect, test } from "vitest";
import { customerSide } from "./customer-side.ts";
import { CONTACT_TYPES } from "./enums.ts";

test("the customer called where the call came in, and was called where it went out", () => {
  expect(CONTACT_TYPES.map((contactType) => [contactType, customerSide({ contactType })])).toEqual([
    ["Inbound", "callingNumber"],
    ["Outbound", "calledNumber"],
    ["Predictive", "calledNumber"],
    ["Internal", "nobody"],
    ["Back2Back", "calledNumber"],
    ["PrivacyDial", "calledNumber"],
    ["Conference", "nobody"],
  ]);
});

test("of a call without a type that is known nobody can tell the customer's side", () => {
  expect(customerSide({})).toBeUndefined();
  expect(customerSide({ contactType: "HoloCall" })).toBeUndefined();
  expect(customerSide({ contactType: "toString" })).toBeUndefined();
});
