import { expect, test } from "vitest";
import { shareBase } from "./share-base.ts";

test("shares are of the calls that customers offered", () => {
  expect(shareBase({ phoneNumber: "1990000" })).toEqual({
    kind: "offered",
    criteria: { phoneNumber: "1990000", contactType: ["Inbound"] },
  });
  expect(shareBase({ contactType: ["Internal", "Inbound"] })).toEqual({
    kind: "offered",
    criteria: { contactType: ["Inbound"] },
  });
});

test("where none of them are chosen, shares are of all that are", () => {
  const criteria = { contactType: ["Outbound", "Predictive"] };
  expect(shareBase(criteria)).toEqual({ kind: "calls", criteria });
});
