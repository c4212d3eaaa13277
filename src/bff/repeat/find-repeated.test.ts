import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { INSTANCE, withCalls, type TestCalls } from "#bff/counts/calls-in-hand.kit.ts";
import { MOST_READ, type RepeatLine } from "#contract/api/repeat.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import type { TestRecord } from "#upstream/store/test-store.kit.ts";
import { findRepeated } from "./find-repeated.ts";

vi.setConfig({ testTimeout: 120_000 });

const END = 1_000;

/** One customer in several forms, another, an extension, and those who are nobody. */
const NUMBERS = {
  anna: ["13800138000", "+8613800138000", "8613800138000"],
  bert: ["02155500100", "+862155500100"],
  desk: ["8001"],
  nobody: ["anonymous", "138****8000", "", "Unknown"],
} as const;
const numbers = fc.constantFrom(...Object.values(NUMBERS).flat(), undefined);
const record: fc.Arbitrary<TestRecord> = fc.record({
  startTime: fc.integer({ min: 0, max: END }),
  contactType: fc.constantFrom("Inbound", "Inbound", "Outbound", "Internal", "Holo", undefined),
  callingNumber: numbers,
  calledNumber: numbers,
  contactDisposition: fc.constantFrom("Success", "AbandonedInQueue", undefined),
  agentIds: fc.constantFrom("a", "b", "a,b", undefined),
  queueTime: fc.constantFrom(undefined, -1, 0, 30),
});
const worlds = fc
  .array(record, { maxLength: 260, size: "max" })
  .map((list) =>
    list.map((one, index) => ({ ...one, contactId: `job-${index}`, instanceId: INSTANCE })),
  );

/** By the letter of what was asked for, and by nothing that the code under test stands on. */
function customerOf({ contactType, callingNumber, calledNumber }: TestRecord): string | undefined {
  const number =
    contactType === "Inbound"
      ? callingNumber
      : contactType === "Outbound"
        ? calledNumber
        : undefined;
  const found = Object.entries(NUMBERS).find(([, forms]) => forms.some((one) => one === number));
  return found === undefined || found[0] === "nobody" ? undefined : found[0];
}

async function linesOf({ reader, asking }: TestCalls, criteria: Criteria, withinMs: number) {
  const lines: RepeatLine[] = [];
  await findRepeated({ instance: INSTANCE, range: { from: 0, to: END }, criteria }, withinMs, {
    reader,
    asking,
    tell: (line) => lines.push(line),
    onFound: () => Promise.resolve(),
  });
  return {
    callers: lines.flatMap((line) => ("call" in line ? [line] : [])),
    found: lines.find((line) => "withheld" in line),
  };
}

test("callers, their calls and the gaps between are those of all records, of any view", async () => {
  await fc.assert(
    fc.asyncProperty(
      worlds,
      fc.constantFrom(0, 1, 5, 200, END),
      fc.constantFrom<Criteria>({}, { contactType: ["Inbound"] }, { queueTime: "0..60" }),
      async (data, withinMs, criteria) => {
        await withCalls(data, END, async (world) => {
          const matching = data.filter(
            ({ contactType, queueTime = -1 }) =>
              (criteria.contactType === undefined || contactType === "Inbound") &&
              (criteria.queueTime === undefined || queueTime >= 0),
          );
          const expected = Object.keys(NUMBERS).flatMap((name) => {
            const calls = matching.filter((one) => customerOf(one) === name);
            const starts = calls.map(({ startTime = 0 }) => startTime).toSorted((a, b) => a - b);
            const pairs = starts.flatMap((one, at) => starts.slice(at + 1).map((two) => two - one));
            const together = Math.max(
              0,
              ...starts.map((from) => {
                const soon = starts.filter((one) => one >= from && one <= from + withinMs);
                return soon.length;
              }),
            );
            return Math.min(...pairs) > withinMs
              ? []
              : [
                  {
                    calls: calls.length,
                    together,
                    firstAt: starts[0],
                    lastAt: starts.at(-1),
                    shortestMs: Math.min(...pairs),
                  },
                ];
          });
          const { callers, found } = await linesOf(world, criteria, withinMs);
          const told = callers.map(({ calls, together, firstAt, lastAt, shortestMs }) => ({
            calls,
            together,
            firstAt,
            lastAt,
            shortestMs,
          }));
          const text = (one: object) => JSON.stringify(one);
          expect(told.map(text).toSorted()).toEqual(expected.map(text).toSorted());
          expect(told.map(({ calls }) => calls)).toEqual(
            told.map(({ calls }) => calls).toSorted((a, b) => b - a),
          );
          expect(found).toEqual({
            total: matching.length,
            read: matching.length,
            withheld: matching.filter((one) => customerOf(one) === undefined).length,
            callers: expected.length,
          });
          for (const { endings, calls } of callers)
            expect(endings).toHaveLength(Math.min(20, calls));
        });
      },
    ),
    { numRuns: 40 },
  );
});

test("of more calls than are read none is told, but since when there are no more", async () => {
  const data = Array.from({ length: MOST_READ + 50 }, (_unused, index) => ({
    contactId: `job-${index}`,
    instanceId: INSTANCE,
    contactType: "Inbound" as const,
    callingNumber: "13800138000",
    startTime: Math.floor(index / 20),
  }));
  await withCalls(data, END, async (world) => {
    const { callers, found } = await linesOf(world, {}, 5);
    expect(callers).toEqual([]);
    expect(found).toMatchObject({ total: MOST_READ + 50, read: 0, callers: 0 });
    const reachFrom = found !== undefined && "reachFrom" in found ? (found.reachFrom ?? 0) : 0;
    const reached = data.filter(({ startTime }) => startTime >= reachFrom);
    expect(reached.length).toBeLessThanOrEqual(MOST_READ);
    expect(reached.length).toBeGreaterThan(MOST_READ - 25);
    // The count, and the page that is furthest away.
    expect(world.spent()).toBe(2);
  });
});
