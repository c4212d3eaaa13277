import { expect, test } from "vitest";
import { OPERATIONS } from "#contract/upstream/envelope.ts";
import { findOperation } from "./operations.ts";

test("every operation of the contract has a handler, and nothing else has", () => {
  expect(OPERATIONS.filter((name) => findOperation(name) === undefined)).toEqual([]);
  expect(findOperation("constructor")).toBeUndefined();
});
