import fc from "fast-check";
import { expect, test } from "vitest";
import type { Criteria } from "#contract/filter/filters.ts";
import { ABANDONED_DISPOSITIONS } from "#contract/record/tones.ts";
import { HOUR_MS, MINUTE_MS } from "#contract/time/durations.ts";
import { weekHoursOf } from "#contract/time/week-hours.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { createTestDatabase } from "#embedded/database/database.kit.ts";
import { createDuckDbStore } from "#embedded/duckdb-store.ts";
import type { TestRecord } from "#upstream/store/test-store.kit.ts";
import { answerQuestions } from "./answer-questions.ts";
import { INSTANCE, told, withCalls } from "./calls-in-hand.kit.ts";
import type { Line } from "./lines.ts";
import { probeHours } from "./probe-hours.ts";

/** The clocks of this zone show 02:00 to 03:00 twice 61 hours after the first instant of a world. */
const ZONE = "Europe/Berlin";
const BEGIN = Date.UTC(2026, 9, 22, 12);
const END = BEGIN + 80 * HOUR_MS;

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 5 });
/** Many at one instant, on the hour and by the clocks' change. */
const start = fc.oneof(
  fc.integer({ min: BEGIN, max: END }),
  fc.integer({ min: 0, max: 80 }).map((hour) => BEGIN + hour * HOUR_MS),
  fc.integer({ min: 60 * 60, max: 63 * 60 }).map((minute) => BEGIN + minute * MINUTE_MS),
);
const record: fc.Arbitrary<TestRecord> = fc.record({
  startTime: start,
  contactDisposition: maybe(fc.constantFrom("Success", ...ABANDONED_DISPOSITIONS, "Teleported")),
  queueTime: maybe(fc.oneof(fc.integer({ min: -1, max: 6 }), fc.constantFrom(-30, 600))),
});
const worlds = fc
  .array(record, { minLength: 0, maxLength: 500, size: "max" })
  .map((list) =>
    list.map((one, index) => ({ ...one, contactId: `job-${index}`, instanceId: INSTANCE })),
  );
const VIEWS: readonly { readonly criteria: Criteria; readonly where: string }[] = [
  { criteria: {}, where: "TRUE" },
  {
    criteria: { contactDisposition: ABANDONED_DISPOSITIONS },
    where: `ContactDisposition::VARCHAR IN (${ABANDONED_DISPOSITIONS.map((one) => `'${one}'`).join(", ")})`,
  },
];

/** What is told of each hour that has calls; durations in no order. */
const hoursIn = (lines: readonly Line[]) =>
  lines.flatMap((line) =>
    "bucket" in line && line.count > 0
      ? [{ hour: line.bucket, count: line.count, lasted: line.lasted?.toSorted((a, b) => a - b) }]
      : [],
  );
const inOrder = (hours: ReturnType<typeof hoursIn>) => hours.toSorted((a, b) => a.hour - b.hour);

test("hours are those of SQL by either plan, with the durations of their calls", async () => {
  await fc.assert(
    fc.asyncProperty(
      worlds,
      fc.constantFrom(...VIEWS),
      fc.constantFrom(undefined, "queueTime" as const),
      fc.integer({ min: 0, max: 70 * HOUR_MS }),
      async (data, { criteria, where }, field, later) => {
        const range = { from: BEGIN + later, to: END };
        const hours = weekHoursOf(range, ZONE);
        const database = await createTestDatabase(data, [INSTANCE]);
        const rows = await database.run({
          text: `SELECT StartTime::BIGINT, QueueTime FROM records
            WHERE StartTime BETWEEN ${range.from} AND ${range.to} AND ${where}
            ${field === undefined ? "" : "AND QueueTime > 0"} ORDER BY QueueTime`,
          params: [],
        });
        const calls = rows.getRowsJson().map(([at, seconds]) => [Number(at), Number(seconds)]);
        const expected = hours.cells.flatMap((_cell, hour) => {
          const [from = 0, end = 0] = hours.edges.slice(hour);
          const within = calls.filter(([at = 0]) => from <= at && at < end);
          const lasted = field && within.map(([, seconds]) => seconds);
          return within.length > 0 ? [{ hour, count: within.length, lasted }] : [];
        });
        await withCalls(
          data,
          END,
          async ({ calls: all, reader, asking }) => {
            const set: CallSet = { ...all.set, range, criteria };
            const ask = { of: "hours", view: "", ...(field && { field }) } as const;
            const total = await reader.count(set, { ...asking, purpose: "facets" });
            const probed = await told((tell) =>
              probeHours({ ...all, set, total }, ask, hours, tell),
            );
            expect(inOrder(hoursIn(probed))).toEqual(expected);
            const lines: Line[] = [];
            await answerQuestions([{ ask: 0, asked: ask, set }], {
              ...asking,
              reader,
              timeZone: ZONE,
              readings: { run: (_wanted, read) => read(() => undefined) },
              tell: (line) => lines.push(line),
              onFailure: (_ask, error) => {
                throw error;
              },
            });
            expect(inOrder(hoursIn(lines))).toEqual(expected);
          },
          () => Promise.resolve(createDuckDbStore(database)),
        );
      },
    ),
    // Each makes a database.
    { numRuns: 25 },
  );
}, 120_000);

test("more hours than a month has are not asked for one by one", async () => {
  await withCalls([], END, async ({ calls }) => {
    const range = { from: END - 32 * 24 * HOUR_MS, to: END };
    const asked = { ...calls, set: { ...calls.set, range }, total: 2_001 };
    const hours = weekHoursOf(range, ZONE);
    const probe = probeHours(asked, { of: "hours", view: "" }, hours, () => undefined);
    await expect(probe).rejects.toMatchObject({ code: "too_many_calls" });
  });
});

test("waits of which one was pushed from page to page are read again, and never told in part", () => {
  const waiting = Array.from({ length: 150 }, (_unused, index) => ({
    contactId: `job-${index}`,
    instanceId: INSTANCE,
    startTime: END - index,
    queueTime: 1 + index,
  }));
  const range = { from: BEGIN, to: END };
  return withCalls(waiting, END, async ({ calls }) => {
    /** @param times how often the last page lacks a call */
    const countedWhere = async (times: number) => {
      let left = times;
      const lines = await told((tell) =>
        probeHours(
          {
            ...calls,
            set: { ...calls.set, range },
            mayGrow: true,
            async page(page, options) {
              const records = await calls.page(page, options);
              if (page === 1) return records;
              left -= 1;
              return left >= 0 ? records.slice(1) : records;
            },
          },
          { of: "hours", view: "", field: "queueTime" },
          weekHoursOf(range, ZONE),
          tell,
        ),
      );
      return hoursIn(lines).reduce((sum, { count }) => sum + count, 0);
    };
    expect(await countedWhere(0)).toBe(150);
    expect(await countedWhere(1)).toBe(150);
    await expect(countedWhere(2)).rejects.toMatchObject({ code: "server_busy" });
  });
});
