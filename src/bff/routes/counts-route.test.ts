import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestBff } from "#bff/bff.kit.ts";
import { facetValuesOf } from "#bff/counts/facet-values.ts";
import { startSampleBff, type SampleBff } from "#bff/sample-bff.kit.ts";
import { RANKED_FIELDS, type Ask } from "#contract/api/asks.ts";
import type { CountsLine } from "#contract/api/counts.ts";
import { problemSchema } from "#contract/api/errors.ts";
import { recordsReplySchema } from "#contract/api/records.ts";
import { FACET_KEYS, FILTERS, type Criteria, type FacetKey } from "#contract/filter/filters.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import {
  CONTACT_DISPOSITIONS,
  CONTACT_TYPES,
  EARLY_MEDIA_STATES,
  SATISFACTION_INDEXES,
} from "#contract/record/enums.ts";
import { SURVEY_STATES, surveyStateOf } from "#contract/record/survey-state.ts";
import { toneOf } from "#contract/record/tones.ts";
import { DAY_MS } from "#contract/time/durations.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import { viewSearch } from "#contract/view/view-codec.ts";
import { DEFAULT_VIEW } from "#contract/view/view.ts";
import { matching } from "./counts-oracle.kit.ts";

let server: SampleBff;
let all: readonly CallRecord[];
/** The end of the sample. */
let end: number;
beforeAll(async () => {
  server = await startSampleBff({ sampleRecords: 14_000, sampleSeed: "counts" });
  end = Date.now();
  all = await everything();
}, 60_000);
afterAll(() => server.close());

/** All records, read month by month, since a query reaches no more than 10,000. */
async function everything(): Promise<readonly CallRecord[]> {
  const found: CallRecord[] = [];
  for (let to = end; to > end - 220 * DAY_MS; to -= 30 * DAY_MS)
    for (let page = 1; ; page += 1) {
      const view = viewOf({ from: to - 30 * DAY_MS + 1, to }, {});
      const search = `${view}&page=${page}`;
      const { records } = await server.get(`/api/records${search}`, recordsReplySchema);
      found.push(...records);
      if (records.length < PAGE_SIZE) break;
    }
  return found;
}

function viewOf(time: AbsoluteRange, criteria: Criteria): string {
  return viewSearch({ ...DEFAULT_VIEW, time, criteria });
}

interface Answers {
  readonly lines: readonly CountsLine[];
  /** Requests sent upstream for it. */
  readonly calls: number;
}

async function ask(asks: readonly Ask[], bff: TestBff = server): Promise<Answers> {
  const lines = await bff.counts(asks);
  const calls = lines.reduce((so, line) => so + ("spent" in line ? line.spent.calls : 0), 0);
  return { lines, calls };
}

/** Of one question: its values' counts. */
function valuesOf({ lines }: Answers, index = 0): Record<string, number> {
  return Object.fromEntries(
    lines.flatMap((line) =>
      "value" in line && line.ask === index ? [[line.value, line.count]] : [],
    ),
  );
}

function endOf({ lines }: Answers, index = 0) {
  return lines.find((line) => "end" in line && line.ask === index);
}

function tally(records: readonly CallRecord[], facet: FacetKey): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { value } of records.flatMap((record) => facetValuesOf(record, facet)))
    counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function tonesOf(records: readonly CallRecord[]): Record<string, number> {
  const tones: Record<string, number> = {};
  for (const { contactDisposition = "" } of records) {
    const tone = toneOf("contactDisposition", contactDisposition);
    tones[tone] = (tones[tone] ?? 0) + 1;
  }
  return tones;
}

const some = <T extends string>(values: readonly T[]) =>
  fc.subarray([...values], { minLength: 1, maxLength: 4 });

/** Any filter, over a day to half a year, so that both plans are met. */
const filters = fc.record({
  days: fc.constantFrom(1, 3, 7, 30, 200),
  criteria: fc.record(
    {
      contactDisposition: some(CONTACT_DISPOSITIONS),
      contactType: some(CONTACT_TYPES),
      satisfactionIndex: some(SATISFACTION_INDEXES),
      earlyMediaState: some(EARLY_MEDIA_STATES),
      satisfactionSurveyChannel: fc.constantFrom("IVR" as const, "SMS" as const),
      phoneNumber: fc.constantFrom("1", "88", "010"),
    },
    { requiredKeys: [] },
  ),
});

test("every count equals that of going through all records, for any filter and facet", async () => {
  await fc.assert(
    fc.asyncProperty(
      filters,
      fc.subarray(FACET_KEYS, { minLength: 1 }),
      async ({ days, criteria }, facets) => {
        const time = { from: end - days * DAY_MS, to: end };
        const view = viewOf(time, criteria);
        const answers = await ask(facets.map((facet) => ({ of: "facet", view, facet })));
        for (const [index, facet] of facets.entries()) {
          const { [facet]: _own, ...others } = criteria as Criteria;
          const expected = tally(matching(all, time, others as Criteria), facet);
          const counted = valuesOf(answers, index);
          // Of people and words those are counted that were found; of the rest every one.
          const found = "options" in FILTERS[facet] ? Object.keys(expected) : [];
          expect(counted, `${facet} of ${view}`).toEqual(
            Object.fromEntries(
              [...found, ...Object.keys(counted)].map((value) => [value, expected[value] ?? 0]),
            ),
          );
          const total = matching(all, time, others as Criteria).length;
          const counts = sum(counted);
          expect(endOf(answers, index)).toMatchObject({
            total,
            other: FILTERS[facet].kind === "person" ? null : total - counts,
          });
        }
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

test("states of the survey are those of the records, or not known", async () => {
  await fc.assert(
    fc.asyncProperty(filters, async ({ days, criteria }) => {
      const time = { from: end - days * DAY_MS, to: end };
      const view = viewOf(time, criteria);
      const answers = await ask([{ of: "facet", view, facet: "satisfactionIndex" }]);
      const { satisfactionIndex: _own, ...others } = criteria as Criteria;
      const states = matching(all, time, others).map(surveyStateOf);
      const told = answers.lines.filter((line) => "state" in line);
      expect(told.map(({ state }) => state)).toEqual([...SURVEY_STATES]);
      const isRead = answers.lines.some((line) => "end" in line && line.plan === "pages");
      for (const { state, count, atLeast } of told) {
        const expected = states.filter((one) => one === state).length;
        // Sample calls have no key that is not asked for.
        expect(count ?? atLeast ?? expected, `${state} of ${view}`).toBe(expected);
        expect(isRead && count === null, `${state} of ${view}`).toBe(false);
      }
    }),
    { numRuns: 30 },
  );
}, 60_000);

test("buckets hold what began in them and add up, for any edges", async () => {
  await fc.assert(
    fc.asyncProperty(
      filters,
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: -2, max: 2 }),
      async ({ days, criteria }, buckets, shift) => {
        const time = { from: end - days * DAY_MS, to: end };
        const step = Math.ceil((days * DAY_MS + 1) / buckets);
        // Some begin before the range, or end before it does.
        const edges = Array.from(
          { length: buckets + 1 },
          (_unused, index) => time.from + (index + shift) * step,
        );
        const { lines } = await ask([{ of: "times", view: viewOf(time, criteria), edges }]);
        const records = matching(all, time, criteria as Criteria);
        for (const [bucket, edge] of edges.slice(0, -1).entries()) {
          const within = records.filter(
            ({ startTime = -1 }) => startTime >= edge && startTime < (edges[bucket + 1] ?? 0),
          );
          const told = lines.filter((line) => "bucket" in line && line.bucket === bucket);
          // Once with its count, and where there are any calls in it, by then or later with their tones.
          expect(told.length).toBeOneOf([1, 2]);
          for (const line of told) expect(line).toMatchObject({ count: within.length });
          const toned = told.map((line) => ("tones" in line ? (line.tones ?? {}) : {})).at(-1);
          expect(toned).toEqual(tonesOf(within));
        }
      },
    ),
    { numRuns: 30 },
  );
}, 60_000);

test("a value at a rank is the one that so many calls with a value do not exceed", async () => {
  await fc.assert(
    fc.asyncProperty(
      filters,
      fc.constantFrom(...RANKED_FIELDS),
      fc.constantFrom(0.01, 0.07, 0.5, 0.9, 0.99),
      async ({ days, criteria }, field, share) => {
        const time = { from: end - days * DAY_MS, to: end };
        const view = viewOf(time, criteria);
        const { lines } = await ask([{ of: "ranks", view, field, shares: [share] }]);
        const rising = matching(all, time, criteria as Criteria)
          .map((record) => record[field] ?? 0)
          .filter((seconds) => seconds > 0)
          .toSorted((a, b) => a - b);
        const base = rising.length;
        const rank = Math.max(1, Math.ceil(Math.round(share * 100 * base) / 100));
        expect(lines.find((line) => "share" in line)).toEqual(
          base === 0
            ? { ask: 0, share, seconds: null, position: null, base }
            : { ask: 0, share, seconds: rising[rank - 1], position: base - rank + 1, base },
        );
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);

test("calls that fit in few pages are read once, whatever is asked of them", async () => {
  const fresh = await server.another();
  const time = { from: end - 7 * DAY_MS, to: end };
  const { length: total } = matching(all, time, {});
  const pages = Math.ceil(total / PAGE_SIZE);
  const view = viewOf(time, {});
  expect(pages).toBeGreaterThan(2);
  expect(pages).toBeLessThan(13);
  const facets = FACET_KEYS.map((facet) => ({ of: "facet", view, facet }) as const);
  const first = await ask(facets, fresh);
  // One probe for the total, the pages, and one to see that none has come meanwhile.
  expect(first.calls).toBe(1 + pages + 1);
  expect(endOf(first)).toMatchObject({ plan: "pages", complete: true });
  const again = await ask(facets, fresh);
  expect(again.calls).toBe(0);
});

test("where the table has read a page already, neither the count nor that page is asked for again", async () => {
  const fresh = await server.another();
  const time = { from: end - 7 * DAY_MS, to: end };
  const view = viewOf(time, {});
  const pages = Math.ceil(matching(all, time, {}).length / PAGE_SIZE);
  await fresh.app.inject(`/api/records${view}`);
  const { calls } = await ask([{ of: "facet", view, facet: "contactDisposition" }], fresh);
  // The last to see that none has come meanwhile.
  expect(calls).toBe(pages - 1 + 1);
});

test("values that cannot occur any more are not asked for", async () => {
  const fresh = await server.another();
  const time = { from: 0, to: end };
  const view = viewOf(time, {});
  await fresh.app.inject(`/api/records${view}`);
  const expected = tally(all, "contactType");
  const answers = await ask([{ of: "facet", view, facet: "contactType" }], fresh);
  expect(endOf(answers)).toMatchObject({ plan: "probes", other: 0, complete: true });
  expect(valuesOf(answers)).toEqual({
    ...Object.fromEntries(CONTACT_TYPES.map((type) => [type, 0])),
    ...expected,
  });
  expect(answers.calls).toBeLessThanOrEqual(CONTACT_TYPES.length);
  const one = viewOf(time, { contactType: ["Internal"], contactDisposition: ["Success"] });
  await fresh.app.inject(`/api/records${viewOf(time, { contactDisposition: ["Success"] })}`);
  const sideways = await ask([{ of: "facet", view: one, facet: "contactType" }], fresh);
  expect(valuesOf(sideways)["Internal"]).toBeGreaterThan(0);
  expect(valuesOf(sideways)["Inbound"]).toBeGreaterThan(0);
});

test.each([
  ["one probe less than it has buckets, once no call comes late", DAY_MS, 1 + 23],
  ["a probe for each of its buckets while calls may come late", 0, 1 + 24],
])("a histogram of many calls takes %s", async (_what, ago, expected) => {
  const fresh = await server.another();
  const to = end - ago;
  const edges = Array.from({ length: 25 }, (_unused, index) => to - (24 - index) * 7 * DAY_MS + 1);
  const time = { from: edges[0] ?? 0, to };
  const { calls } = await ask([{ of: "times", view: viewOf(time, {}), edges }], fresh);
  const within = matching(all, time, {});
  const filled = edges
    .slice(1)
    .filter((next, index) =>
      within.some(({ startTime = 0 }) => (edges[index] ?? 0) <= startTime && startTime < next),
    ).length;
  // Of each tone how many there are, and then where: by pages of a rare one, or bucket by bucket.
  const tones = tonesOf(within);
  const toneCalls = ["good", "attention", "bad"].map(
    (tone) => 1 + Math.min(Math.ceil((tones[tone] ?? 0) / PAGE_SIZE), filled),
  );
  expect(calls).toBe(expected + toneCalls.reduce((one, other) => one + other));
});

test("a survey's keys cost one probe for all, and one for each that occurs", async () => {
  const fresh = await server.another();
  const view = viewOf({ from: 0, to: end }, {});
  const { records } = await fresh.get(`/api/records${view}`, recordsReplySchema);
  const seen = Object.keys(tally(records, "satisfactionIndex"));
  const answers = await ask([{ of: "facet", view, facet: "satisfactionIndex" }], fresh);
  // Where the newest calls have every key that occurs, one probe more settles that no call with
  // another came meanwhile. A key that is rarer than that costs the others, too; of these the last is
  // either asked for, or settled in the same way.
  const areAllSeen = Object.keys(tally(all, "satisfactionIndex")).every((key) =>
    seen.includes(key),
  );
  const others = SATISFACTION_INDEXES.length - seen.length;
  const keys = seen.length + (areAllSeen ? Math.min(1, others) : others);
  // Answered at all, and the keys.
  expect(answers.calls).toBe(1 + keys);
  expect(answers.lines).toContainEqual(
    expect.objectContaining({ state: "answered", atLeast: sum(tally(all, "satisfactionIndex")) }),
  );
});

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((a, b) => a + b, 0);
}

test("values asked for by name are counted too, those that nobody has as none", async () => {
  const [agent = ""] = all.flatMap(({ agentIds }) => agentIds ?? []);
  const view = viewOf({ from: 0, to: end }, {});
  const answers = await ask([
    { of: "facet", view, facet: "agentId", extra: [agent, "nobody@nowhere"] },
    { of: "facet", view, facet: "contactDisposition", extra: ["NotYetInvented"] },
    { of: "facet", view, facet: "satisfactionDescription", extra: ["从未说过"] },
  ]);
  expect(valuesOf(answers, 0)).toMatchObject({
    [agent]: tally(all, "agentId")[agent],
    "nobody@nowhere": 0,
  });
  expect(valuesOf(answers, 1)).toMatchObject({ NotYetInvented: 0 });
  expect(endOf(answers, 1)).toMatchObject({ other: 0, complete: true });
  expect(valuesOf(answers, 2)).toMatchObject({ 从未说过: 0 });
});

test("one call by its id is all there is to count, whatever else is asked", async () => {
  const { contactId = "", contactDisposition = "" } = all.at(-1) ?? {};
  const view = viewOf({ from: end, to: end }, { contactId, contactDisposition: ["Reject"] });
  const answers = await ask([
    { of: "facet", view, facet: "contactDisposition" },
    { of: "total", view },
  ]);
  expect(valuesOf(answers)).toMatchObject({ [contactDisposition]: 1 });
  expect(sum(valuesOf(answers))).toBe(1);
  expect(answers.lines).toContainEqual({ ask: 1, total: 1 });
});

test("lines of different questions come as they are known, and each question ends once", async () => {
  const view = viewOf({ from: 0, to: end }, {});
  const asks: Ask[] = [
    ...FACET_KEYS.map((facet) => ({ of: "facet", view, facet }) as const),
    { of: "total", view },
    { of: "total", view: `${view}&disposition=Success` },
  ];
  const { lines } = await ask(asks);
  for (const index of asks.keys()) {
    const ended = lines.filter(
      (line) =>
        !("spent" in line) &&
        line.ask === index &&
        ("end" in line || !("count" in line || "state" in line)),
    );
    expect(ended, `question ${index}`).toHaveLength(1);
  }
});

const GOOD = { of: "total", view: "" };
test.each<[what: string, payload: object, field: string | undefined]>([
  ["no questions", { asks: [] }, "asks"],
  ["too many", { asks: Array.from({ length: 65 }, () => GOOD) }, "asks"],
  ["no list", { asks: "x" }, "asks"],
  ["an unknown kind", { asks: [GOOD, { of: "sums", view: "" }] }, "asks.1.of"],
  ["an unknown name in the view", { asks: [{ of: "total", view: "?foo=1" }] }, "asks.0.view.foo"],
  ["a bad value in the view", { asks: [{ of: "total", view: "?type=x" }] }, "asks.0.view.type"],
  [
    "a facet that is none",
    { asks: [{ of: "facet", view: "", facet: "phoneNumber" }] },
    "asks.0.facet",
  ],
  ["edges that fall", { asks: [{ of: "times", view: "", edges: [2, 1] }] }, "asks.0.edges"],
  ["one edge", { asks: [{ of: "times", view: "", edges: [2] }] }, "asks.0.edges"],
  [
    "a share of all",
    { asks: [{ of: "ranks", view: "", field: "talkTime", shares: [1] }] },
    "asks.0.shares.0",
  ],
  [
    "a field that has no ranks",
    { asks: [{ of: "ranks", view: "", field: "startTime", shares: [0.5] }] },
    "asks.0.field",
  ],
  ["a broken escape", { asks: [{ of: "total", view: "agent=%ZZ" }] }, "asks.0.view.agent"],
  ["half a character", { asks: [{ of: "total", view: "agent=\ud800" }] }, "asks.0.view.agent"],
  ...["\u0000", "  ", "success", "\ud800"].map((value): [string, object, string] => [
    `the extra value ${JSON.stringify(value)}`,
    { asks: [{ of: "facet", view: "", facet: "contactDisposition", extra: [value] }] },
    "asks.0.extra",
  ]),
  [
    "more than a server should be asked at once",
    {
      asks: Array.from({ length: 32 }, () => ({
        of: "times",
        view: "",
        edges: Array.from({ length: 129 }, (_unused, edge) => edge),
      })),
    },
    "asks",
  ],
  ["something else", [], undefined],
])("%s is refused, and the place is named", async (_what, payload, field) => {
  const reply = await server.app.inject({ method: "POST", url: "/api/counts", payload });
  expect(reply.statusCode).toBe(400);
  const problem = problemSchema.parse(reply.json());
  expect(problem).toMatchObject({ code: "invalid_parameter" });
  expect(problem.field).toBe(field);
});

test("another instance's calls are refused where only one may be read", async () => {
  const strict = await server.another({ CCC_INSTANCE_IDS: "ccc-sample" });
  const payload = { asks: [{ of: "total", view: "?instance=ccc-sample-2" }] };
  const reply = await strict.app.inject({ method: "POST", url: "/api/counts", payload });
  expect(reply.statusCode).toBe(403);
  expect(reply.json()).toMatchObject({
    code: "instance_forbidden",
    field: "asks.0.view.instance",
  });
});

test("the questions of a request are of one instant", async () => {
  let now = end;
  const ticking = await server.another({}, { now: () => now++ });
  const same = { of: "total", view: "?range=last7d" } as const;
  const { calls } = await ask([same, same, same], ticking);
  expect(calls).toBe(1);
});

test("neither numbers nor names reach the log", async () => {
  const view = viewOf(
    { from: 0, to: end },
    { phoneNumber: "19900001234", agentId: "someone@here" },
  );
  await ask([{ of: "facet", view, facet: "contactDisposition" }]);
  expect(server.log()).not.toMatch(/19900001234|someone@here/);
});
