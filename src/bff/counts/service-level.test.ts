import fc from "fast-check";
import { expect, test } from "vitest";
import type { AskOf } from "#contract/api/asks.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import { CONTACT_DISPOSITIONS } from "#contract/record/enums.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { createTestDatabase } from "#embedded/database/database.kit.ts";
import { createDuckDbStore } from "#embedded/duckdb-store.ts";
import type { TestRecord } from "#upstream/store/test-store.kit.ts";
import { answerQuestions } from "./answer-questions.ts";
import { INSTANCE, told, withCalls } from "./calls-in-hand.kit.ts";
import type { Line } from "./lines.ts";
import { probeLevel } from "./probe-level.ts";

/** ms: the last start of a world. */
const END = 20;

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 5 });
/** Close to what is asked for, so that there are ties at it, and odd ones. */
const seconds = maybe(fc.oneof(fc.integer({ min: -1, max: 8 }), fc.constantFrom(-30, 20, 3_600)));
const record: fc.Arbitrary<TestRecord> = fc.record({
  startTime: fc.integer({ min: 0, max: END }),
  contactType: maybe(
    fc.oneof({ weight: 4, arbitrary: fc.constant("Inbound") }, fc.constantFrom("Outbound", "Holo")),
  ),
  contactDisposition: maybe(
    fc.oneof(
      fc.constantFrom("Success", "AbandonedInQueue"),
      fc.constantFrom(...CONTACT_DISPOSITIONS, "Teleported"),
    ),
  ),
  queueTime: seconds,
  talkTime: seconds,
});
const worlds = fc
  .array(record, { minLength: 0, maxLength: 400, size: "max" })
  .map((list) =>
    list.map((one, index) => ({ ...one, contactId: `job-${index}`, instanceId: INSTANCE })),
  );

/** Criteria, and the same for SQL. */
interface Asked {
  readonly criteria: Criteria;
  readonly where: string;
}
const listed = (key: "contactType" | "contactDisposition", column: string, values: string[]) => ({
  criteria: { [key]: values },
  where: `${column}::VARCHAR IN (${values.map((value) => `'${value}'`).join(", ")})`,
});
/** Most often nothing, or little would be left to count. */
const seldom = <T>(values: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, values);
const asked: fc.Arbitrary<Asked> = fc
  .tuple(
    seldom(fc.subarray(["Inbound", "Outbound"], { minLength: 1 })),
    seldom(fc.subarray([...CONTACT_DISPOSITIONS], { minLength: 1 })),
    seldom(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 8 }))),
    seldom(fc.integer({ min: 0, max: 8 })),
  )
  .map(([types, dispositions, waited, talked]) => {
    const parts: readonly (Asked | undefined)[] = [
      types && listed("contactType", "ContactType", types),
      dispositions && listed("contactDisposition", "ContactDisposition", dispositions),
      waited === undefined
        ? undefined
        : {
            criteria: { queueTime: `${waited[0]}..${waited[0] + waited[1]}` },
            where: `QueueTime BETWEEN ${waited[0]} AND ${waited[0] + waited[1]}`,
          },
      talked === undefined
        ? undefined
        : { criteria: { talkTime: `..${talked}` }, where: `TalkTime <= ${talked}` },
    ];
    const set = parts.filter((part) => part !== undefined);
    return {
      criteria: Object.assign({}, ...set.map((part) => part.criteria)) as Criteria,
      where: ["TRUE", ...set.map((part) => part.where)].join(" AND "),
    };
  });

// Written out once more, for a part that went missing in one list would be missing in all that is made of it.
const OFFERED = `ContactType::VARCHAR = 'Inbound' AND ContactDisposition::VARCHAR IN ('Success',
  'AbandonedInQueue', 'AbandonedInRing', 'QueuingTimeout', 'QueuingOverflow', 'QueuingFailed')`;
const ANSWERED = `${OFFERED} AND ContactDisposition::VARCHAR = 'Success'`;
const SHORT = `${OFFERED} AND ContactDisposition::VARCHAR = 'AbandonedInQueue' AND QueueTime <= 5`;

const levelOf = (lines: readonly Line[]) =>
  lines.flatMap((line) => ("level" in line ? [line.level] : []));

test("a service level is that of SQL, whether records are read or ranks looked up", async () => {
  await fc.assert(
    fc.asyncProperty(
      worlds,
      asked,
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 0, max: END / 2 }),
      async (data, { criteria, where }, within, from) => {
        const database = await createTestDatabase(data, [INSTANCE]);
        const select = [OFFERED, ANSWERED, `${ANSWERED} AND QueueTime <= ${within}`, SHORT]
          .map((part) => `COUNT(*) FILTER (WHERE ${part})::INTEGER`)
          .join(", ");
        const rows = await database.run({
          text: `SELECT ${select} FROM records WHERE StartTime >= ${from} AND ${where}`,
          params: [],
        });
        const [offered, answered, inTime, short] = rows.getRowsJson()[0] ?? [];
        const expected = [{ offered, answered, within: inTime, short }];
        await withCalls(
          data,
          END,
          async ({ calls, reader, asking }) => {
            const set: CallSet = { ...calls.set, range: { from, to: END }, criteria };
            const ask: AskOf<"level"> = { of: "level", view: "", seconds: within };
            const probed = await told((tell) => probeLevel({ ...calls, set }, ask, tell));
            expect(levelOf(probed)).toEqual(expected);
            const lines: Line[] = [];
            await answerQuestions([{ ask: 0, asked: ask, set }], {
              ...asking,
              reader,
              timeZone: "Asia/Shanghai",
              readings: { run: (_wanted, read) => read(() => undefined) },
              tell: (line) => lines.push(line),
              onFailure: (_ask, error) => {
                throw error;
              },
            });
            expect(levelOf(lines)).toEqual(expected);
          },
          () => Promise.resolve(createDuckDbStore(database)),
        );
      },
    ),
    // Each makes a database.
    { numRuns: 40 },
  );
}, 120_000);
