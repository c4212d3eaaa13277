import { expect, test } from "vitest";
import { isOpen } from "./is-open.ts";

const AS_OF = Date.UTC(2026, 10, 22, 6);
const UP_TO_NOW = {
  instance: "ccc-test",
  range: { from: AS_OF - 1000, to: AS_OF },
  criteria: {},
  asOf: AS_OF,
};

test("calls can come in where the range reaches the as-of, whatever is filtered by", () => {
  expect(isOpen(UP_TO_NOW)).toBe(true);
  expect(isOpen({ ...UP_TO_NOW, criteria: { agentId: "agent@ccc-test" } })).toBe(true);
});

test("none can come into a range that has ended, or beside one call that is looked for", () => {
  expect(isOpen({ ...UP_TO_NOW, range: { from: AS_OF - 1000, to: AS_OF - 1 } })).toBe(false);
  expect(isOpen({ ...UP_TO_NOW, criteria: { contactId: "job-1", agentId: "a" } })).toBe(false);
});
