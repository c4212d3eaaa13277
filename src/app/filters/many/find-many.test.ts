import fc from "fast-check";
import { expect, test } from "vitest";
import { readPastedList, type PastedItem } from "#contract/filter/pasted-list.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { itemBody } from "./ask-item.ts";
import { findMany } from "./find-many.ts";

const NUMBERS = ["13800000000", "13900000000", "02155500100", "+8613700000000"];
const CALLS = Array.from({ length: 40 }, (_, place): CallRecord => ({
  contactId: `job-${1000 + place}`,
  startTime: (place * 7) % 40,
  callingNumber: NUMBERS[place % 4] ?? "",
  calledNumber: NUMBERS[(place * 3) % 4] ?? "",
}));

function matches({ contactId, callingNumber, calledNumber }: CallRecord, item: PastedItem) {
  const { filter, value } = item;
  if (filter === "contactId") return contactId === value;
  return [callingNumber, calledNumber].some((number) => number?.includes(value));
}
const never = new AbortController().signal;

test("every item is found or named, and each call listed once, the latest first", async () => {
  const text = fc.oneof(
    fc.constantFrom(...NUMBERS, "138-0000-0000", "+86 21 5550 0100", "19900000000"),
    fc.integer({ min: 990, max: 1050 }).map((id) => `job-${id}`),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 60 }), async (texts) => {
      const { items } = readPastedList(texts.join("\n"));
      const ask = (item: PastedItem) => {
        const records = CALLS.filter((call) => matches(call, item));
        return Promise.resolve({ records, total: records.length });
      };
      const steps: number[] = [];
      const { found, missing, failed, calls } = await findMany(
        items,
        ask,
        (done) => steps.push(done),
        never,
      );
      expect(steps).toEqual(items.map((_, place) => place + 1));
      const isFound = (item: PastedItem) => CALLS.some((call) => matches(call, item));
      expect(found.map(({ item }) => item)).toEqual(items.filter(isFound));
      expect(missing).toEqual(items.filter((item) => !isFound(item)));
      expect(failed).toEqual([]);
      expect(calls).toEqual(
        CALLS.filter((call) => items.some((item) => matches(call, item))).toSorted(
          (a, b) => (b.startTime ?? 0) - (a.startTime ?? 0),
        ),
      );
    }),
  );
});

test("what could not be asked is not what was not found", async () => {
  const { items } = readPastedList("job-1001 job-1002 13800000000");
  const ask = ({ value }: PastedItem) =>
    value === "job-1002"
      ? Promise.reject(new Error("upstream"))
      : Promise.resolve({ records: [], total: 0 });
  const { missing, failed } = await findMany(items, ask, () => {}, never);
  expect(failed).toEqual([{ item: items[1], error: new Error("upstream") }]);
  expect(missing.map(({ value }) => value)).toEqual(["job-1001", "13800000000"]);
});

test("a number is asked for within a body", () => {
  const [item] = readPastedList("+86 138 0000 0000").items;
  if (item === undefined) throw new Error("no item");
  const body = itemBody({ instance: "ccc-test", range: { from: 1, to: 2 } }, item);
  expect(body).toMatchObject({ phone: "13800000000", instance: "ccc-test" });
});
