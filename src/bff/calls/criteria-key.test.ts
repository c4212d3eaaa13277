import { expect, test } from "vitest";
import type { Criteria } from "#contract/filter/filters.ts";
import { criteriaKey } from "./criteria-key.ts";

test("lists are sets, and in whatever order criteria are named they are the same", () => {
  const one: Criteria = { contactType: ["Inbound", "Outbound"], contactId: "job-1" };
  const same: Criteria = { contactId: "job-1", contactType: ["Outbound", "Inbound"] };
  const other: Criteria = { contactType: ["Inbound"], contactId: "job-1" };
  expect(criteriaKey(same)).toEqual(criteriaKey(one));
  expect(criteriaKey(other).key).not.toBe(criteriaKey(one).key);
  expect(criteriaKey({}).key).not.toBe(criteriaKey(one).key);
});

test("a value of one filter is not that of another", () => {
  const { key } = criteriaKey({ callingNumber: "1" });
  expect(criteriaKey({ calledNumber: "1" }).key).not.toBe(key);
});

test("however often criteria are asked about, they are read once", () => {
  let reads = 0;
  const criteria: Criteria = {
    get satisfactionDescription() {
      reads += 1;
      return ["x".repeat(10_000)];
    },
  };
  const { chars } = criteriaKey(criteria);
  for (let ask = 0; ask < 100; ask += 1) criteriaKey(criteria);
  expect(reads).toBe(1);
  expect(chars).toBeGreaterThan(10_000);
});
