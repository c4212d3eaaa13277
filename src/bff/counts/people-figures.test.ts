import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ask, AskOf } from "#contract/api/asks.ts";
import type { Figures } from "#contract/api/figures.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import { CONTACT_DISPOSITIONS } from "#contract/record/enums.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { createTestDatabase } from "#embedded/database/database.kit.ts";
import { createDuckDbStore } from "#embedded/duckdb-store.ts";
import type { TestRecord } from "#upstream/store/test-store.kit.ts";
import { answerQuestions } from "./answer-questions.ts";
import { INSTANCE, told, withCalls, type TestCalls } from "./calls-in-hand.kit.ts";
import { callsInHand } from "./calls-in-hand.ts";
import type { Line } from "./lines.ts";
import { probeFigures } from "./probe-figures.ts";
import { probePeople } from "./probe-people.ts";
import { probeTogether } from "./probe-together.ts";

/** ms: the last start of a world. */
const END = 20;
const SECONDS = 4;

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 5 });
/** Few values, so that there are ties, and odd ones. */
const seconds = maybe(fc.oneof(fc.integer({ min: -1, max: 8 }), fc.constantFrom(-30, 3_600)));
const named = maybe(fc.constantFrom("a", "b", "a,b", "b,a,c", "c,c", ""));
const record: fc.Arbitrary<TestRecord> = fc.record({
  startTime: fc.integer({ min: 0, max: END }),
  contactType: maybe(
    fc.constantFrom("Inbound", "Inbound", "Outbound", "Predictive", "Internal", "Holo"),
  ),
  contactDisposition: maybe(
    fc.oneof(
      fc.constantFrom("Success", "AbandonedInQueue", "Reject"),
      fc.constantFrom(...CONTACT_DISPOSITIONS, "Teleported"),
    ),
  ),
  agentIds: named,
  skillGroupIds: named,
  satisfactionIndex: maybe(fc.constantFrom(1, 2, 0, 12, -1)),
  queueTime: seconds,
  talkTime: seconds,
});
const worlds = fc
  .array(record, { minLength: 0, maxLength: 300, size: "max" })
  .map((list) =>
    list.map((one, index) => ({ ...one, contactId: `job-${index}`, instanceId: INSTANCE })),
  );

/** Criteria, and the same for SQL. */
interface Asked {
  readonly criteria: Criteria;
  readonly where: string;
}
const VIEWS: readonly Asked[] = [
  { criteria: {}, where: "TRUE" },
  { criteria: { contactType: ["Inbound"] }, where: "ContactType::VARCHAR = 'Inbound'" },
  { criteria: { contactType: ["Outbound"] }, where: "ContactType::VARCHAR = 'Outbound'" },
  {
    criteria: { contactDisposition: ["Success", "Reject"] },
    where: "ContactDisposition::VARCHAR IN ('Success', 'Reject')",
  },
  { criteria: { satisfactionIndex: ["1", "2"] }, where: "SatisfactionIndex IN (1, 2)" },
  { criteria: { talkTime: "..5" }, where: "TalkTime <= 5" },
  { criteria: { queueTime: "2.." }, where: "QueueTime >= 2" },
];

// Written out once more, for a part that went missing in one list would be missing in all that is made of it.
const OFFERED = `ContactType::VARCHAR = 'Inbound' AND ContactDisposition::VARCHAR IN ('Success',
  'AbandonedInQueue', 'AbandonedInRing', 'QueuingTimeout', 'QueuingOverflow', 'QueuingFailed')`;
const ANSWERED = "ContactDisposition::VARCHAR = 'Success'";
const PLACED = "ContactType::VARCHAR IN ('Outbound', 'Predictive', 'Back2Back', 'PrivacyDial')";
const naming = (column: string, id: string) =>
  `list_contains(list_transform(string_split(coalesce(${column}, ''), ','), x -> trim(x)), '${id}')`;

type Database = Awaited<ReturnType<typeof createTestDatabase>>;

async function figuresBySql(database: Database, where: string, base: string): Promise<Figures> {
  const count = (part: string) => `COUNT(*) FILTER (WHERE ${part})::INTEGER`;
  const rows = await database.run({
    text: `SELECT COUNT(*)::INTEGER, ${[
      base,
      `${base} AND ${ANSWERED}`,
      PLACED,
      `${PLACED} AND ContactDisposition::VARCHAR = 'Reject'`,
      OFFERED,
      `${OFFERED} AND ${ANSWERED}`,
      `${OFFERED} AND ${ANSWERED} AND QueueTime <= ${SECONDS}`,
      `${OFFERED} AND ContactDisposition::VARCHAR = 'AbandonedInQueue' AND QueueTime <= 5`,
      "TalkTime > 0",
    ]
      .map(count)
      .join(", ")}, AVG(TalkTime) FILTER (WHERE TalkTime > 0)::DOUBLE,
      quantile_disc(TalkTime, 0.9) FILTER (WHERE TalkTime > 0)::INTEGER
      FROM records WHERE ${where}`,
    params: [],
  });
  const cells = (rows.getRowsJson()[0] ?? []).map((cell) => (cell === null ? null : Number(cell)));
  const [total = 0, ofBase = 0, answered = 0, placed = 0, rejected = 0] = cells.map(Number);
  const [offered = 0, took = 0, within = 0, short = 0, talked = 0] = cells.slice(5, 10).map(Number);
  const rated = await database.run({
    text: `SELECT SatisfactionIndex::INTEGER, COUNT(*)::INTEGER FROM records
      WHERE ${where} AND SatisfactionIndex IS NOT NULL GROUP BY 1`,
    params: [],
  });
  return {
    total,
    base: ofBase,
    answered,
    placed,
    rejected,
    level: { offered, answered: took, within, short },
    talk: {
      base: talked,
      mean: cells[10] ?? null,
      p90: cells[11] ?? null,
      position: talked === 0 ? null : talked - Math.ceil(0.9 * talked) + 1,
    },
    satisfaction: {
      keys: Object.fromEntries(
        rated.getRowsJson().map(([key, calls]) => [String(key), Number(calls)]),
      ),
      isWhole: true,
    },
  };
}

/** The last of its lines that tells figures. */
const figuresIn = (lines: readonly Line[]) =>
  lines.flatMap((line) => ("figures" in line && !("person" in line) ? [line.figures] : [])).at(-1);

async function linesFor(world: TestCalls, set: CallSet, asked: Ask): Promise<readonly Line[]> {
  const lines: Line[] = [];
  await answerQuestions([{ ask: 0, asked, set }], {
    ...world.asking,
    reader: world.reader,
    timeZone: "Asia/Shanghai",
    readings: { run: (_wanted, read) => read(() => undefined) },
    tell: ({ ask: _ask, ...line }) => lines.push(line as Line),
    onFailure: (_ask, error) => {
      throw error;
    },
  });
  return lines;
}

const close = (figures: Figures | undefined) =>
  figures && {
    ...figures,
    talk: {
      ...figures.talk,
      mean: figures.talk.mean === null ? null : expect.closeTo(figures.talk.mean, 9),
    },
  };

test("the figures of each, of nobody, and of several together are those of SQL", async () => {
  await fc.assert(
    fc.asyncProperty(
      worlds,
      fc.constantFrom(...VIEWS),
      fc.constantFrom("agentId" as const, "skillGroupId" as const),
      fc.integer({ min: 0, max: END / 2 }),
      async (data, { criteria, where }, key, from) => {
        const database = await createTestDatabase(data, [INSTANCE]);
        const column = key === "agentId" ? "AgentIds" : "SkillGroupIds";
        const all = `StartTime >= ${from} AND ${where}`;
        const isOffered = criteria.contactType?.includes("Outbound") !== true;
        const base = isOffered ? "ContactType::VARCHAR = 'Inbound'" : "TRUE";
        const sql = (who: string) => figuresBySql(database, `${all} AND ${who}`, base);
        const expected = {
          a: await sql(naming(column, "a")),
          all: await sql("TRUE"),
          ab: await sql(`(${naming(column, "a")} OR ${naming(column, "b")})`),
          nobody: await sql(`coalesce(trim(${column}, ', '), '') = ''`),
        };
        await withCalls(
          data,
          END,
          async (world) => {
            const set: CallSet = { ...world.calls.set, range: { from, to: END }, criteria };
            const view = "";
            const people: AskOf<"people"> = { of: "people", view, key, seconds: SECONDS };
            const lines = await linesFor(world, set, people);
            const figuresFor = (id: string) =>
              lines.flatMap((line) =>
                "person" in line && line.person === id && line.figures ? [line.figures] : [],
              )[0];
            // Whom no call names has no line.
            expect(figuresFor("a")).toEqual(expected.a.total === 0 ? undefined : close(expected.a));
            const nobody = lines.flatMap((line) => ("nobody" in line ? [line.nobody] : []))[0];
            expect(nobody).toEqual(close(expected.nobody));

            const asked = { of: "figures", view, seconds: SECONDS } as const;
            expect(figuresIn(await linesFor(world, set, asked))).toEqual(close(expected.all));
            const ids = ["a", "b"];
            const together = { ...asked, people: { key, ids } };
            const counted = await linesFor(world, set, together);
            expect(figuresIn(counted)).toEqual(close(expected.ab));

            // The same by probes, as where the calls are many.
            const ofA = { ...set, criteria: { ...criteria, [key]: "a" } };
            const probedA = await told((tell) =>
              probeFigures(
                callsInHand(world.reader, ofA, expected.a.total ?? 0, world.asking),
                asked,
                tell,
              ),
            );
            const { talk, satisfaction, ...others } = figuresIn(probedA) ?? {};
            const { talk: talkA, satisfaction: ratedA, ...othersA } = expected.a;
            expect(others).toEqual(othersA);
            // Calls by another duration are in the order of that one, and have no ranks by this.
            const isBeyond = criteria.queueTime !== undefined && expected.a.total !== 0;
            const ranks = isBeyond ? { base: null, p90: null, position: null } : talkA;
            expect(talk).toEqual({ ...ranks, mean: null });
            // Keys that no edition knows may be missing, and then it is not called whole.
            const rated = satisfaction ?? { keys: {}, isWhole: false };
            expect(ratedA?.keys).toMatchObject(rated.keys);
            expect(rated.isWhole ? rated.keys : ratedA?.keys).toEqual(ratedA?.keys);
            const calls = callsInHand(world.reader, set, expected.all.total ?? 0, world.asking);
            const read = await told((tell) =>
              probeTogether(
                calls,
                { key, ids, seconds: SECONDS },
                {
                  inHand: (part, total) => callsInHand(world.reader, part, total, world.asking),
                  run: (_pages, reading) => reading(() => undefined),
                },
                tell,
              ),
            );
            expect(figuresIn(read)).toEqual(close(expected.ab));
            // Read for what figures take alone; and found by some, where they are too many for that.
            const { run } = {
              run: <T>(_pages: number, reading: (note: () => void) => Promise<T>) =>
                reading(() => undefined),
            };
            const slim = await told((tell) => probePeople(calls, people, { run }, tell));
            // Beside a duration they are in the order of it, and are not read page by page.
            const isByDuration =
              criteria.talkTime !== undefined || criteria.queueTime !== undefined;
            const toldBySlim = slim.filter((line) => !("read" in line));
            expect(isByDuration ? [] : toldBySlim).toEqual(
              isByDuration ? [] : lines.filter((line) => !("end" in line)),
            );
            const many = callsInHand(world.reader, set, 20_000, world.asking);
            const found = await told((tell) => probePeople(many, people, { run }, tell));
            const namesIn = (some: readonly Line[]) =>
              some.flatMap((line) => ("person" in line ? [line.person] : [])).toSorted();
            const isOnePage = data.length <= 100;
            expect(namesIn(lines)).toEqual(expect.arrayContaining(namesIn(found)));
            expect(isOnePage ? namesIn(found) : []).toEqual(isOnePage ? namesIn(lines) : []);
          },
          () => Promise.resolve(createDuckDbStore(database)),
        );
      },
    ),
    // Each makes a database.
    { numRuns: 15 },
  );
}, 180_000);
