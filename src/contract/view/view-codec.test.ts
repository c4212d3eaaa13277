import fc from "fast-check";
import { expect, test } from "vitest";
import { CRITERION_KEYS, FILTERS, type CriterionKey } from "#contract/filter/filters.ts";
import { MOST_DRAWN, MOST_LEAST_TALK, SAMPLE_SCOPES } from "#contract/filter/sample-draw.ts";
import { clearNumbers, sealedNumbers } from "#contract/filter/sealed-number.ts";
import {
  MOST_SECONDS,
  writeSecondsRange,
  type SecondsRange,
} from "#contract/filter/seconds-range.ts";
import { LEVEL_FORMULAS, MOST_LEVEL_SECONDS } from "#contract/filter/service-level.ts";
import {
  CONTACT_DISPOSITIONS,
  SORT_FIELDS,
  SORT_ORDERS,
  documentedSpelling,
} from "#contract/record/enums.ts";
import { RELATIVE_RANGES } from "#contract/time/relative-range.ts";
import { isNameable } from "#contract/time/time-range.ts";
import { COLUMN_NAMES, type Columns } from "./columns.ts";
import { LINK_VERSION } from "./link-note.ts";
import { LAST_PAGE } from "./paging.ts";
import { PEOPLE_COLUMNS } from "./people-order.ts";
import { REPEAT_WITHIN } from "./repeat-within.ts";
import { linkSearch, readLink, readView, viewSearch } from "./view-codec.ts";
import { comparedCalls, DEFAULT_VIEW, type View } from "./view.ts";
import { WEEK_CHARTS } from "./week-chart.ts";

const read = (search: string) => readView(new URLSearchParams(search));

/** Any text that a reader could type: trimmed, no control characters, commas and escapes included. */
const words = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(",", "\\", "~", "%", "&", "=", "+", "满", " ", "😀"),
      fc.string({ minLength: 1, maxLength: 1, unit: "grapheme-ascii" }),
    ),
    minLength: 1,
    maxLength: 20,
  })
  .map((text) => text.trim())
  .filter((text) => text !== "" && !/\p{Cc}/u.test(text));

/** Ids become parts of paths, where `.` and `..` are places and never a record or an instance. */
const ids = words.filter((text) => !/^\.{1,2}$/.test(text));

const bound = fc.integer({ min: 0, max: MOST_SECONDS });
const secondsRanges: fc.Arbitrary<SecondsRange> = fc.oneof(
  bound.map((from) => ({ from })),
  bound.map((to) => ({ to })),
  fc.tuple(bound, bound).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
);

function criterionValue(key: CriterionKey): fc.Arbitrary<unknown> {
  const row = FILTERS[key];
  const option = () => {
    const { options } = row as { options: readonly string[] };
    // `0_` and `SUCCESS` are other spellings of documented values, and come back as those.
    const isItself = (text: string) => documentedSpelling(options, text) === text;
    if ("whole" in row) return fc.oneof(fc.constantFrom(...options), fc.integer().map(String));
    return fc.oneof(
      fc.constantFrom(...options),
      words.filter((text) => !text.startsWith("~") && isItself(text)),
    );
  };
  switch (row.kind) {
    case "choice":
      return option();
    case "multi-choice":
      return fc.uniqueArray(option(), { minLength: 1, maxLength: 4 });
    case "words":
      return fc.uniqueArray(words, { minLength: 1, maxLength: 4 });
    case "phone":
      // Stored ones may be written in any way, and are found by that alone.
      return fc.oneof(
        fc.stringMatching(/^\+?[0-9*#]{1,20}$/),
        fc
          .stringMatching(/^[+~(]?[0-9a-z０-９ ()./–-]{1,20}$/)
          .filter((text) => text === text.trim()),
        words,
      );
    case "duration":
      return secondsRanges.map(writeSecondsRange);
    case "text":
    case "person":
      return words;
  }
}

const columns: fc.Arbitrary<Columns> = fc
  .uniqueArray(fc.constantFrom(...COLUMN_NAMES), { minLength: 1 })
  .chain((shown) => fc.record({ shown: fc.constant(shown), pinned: fc.nat(shown.length) }));

const instants = fc.integer({ min: 0, max: 4_102_444_799_999 }).filter(isNameable);
const views: fc.Arbitrary<View> = fc
  .record(
    {
      instance: ids,
      time: fc.oneof(
        fc.constantFrom(...RELATIVE_RANGES).map((relative) => ({ relative })),
        fc
          .tuple(instants, instants)
          .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
      ),
      criteria: fc.record(
        Object.fromEntries(CRITERION_KEYS.map((key) => [key, criterionValue(key)])),
        { requiredKeys: [] },
      ),
      sort: fc.record({
        field: fc.constantFrom(...SORT_FIELDS),
        order: fc.constantFrom(...SORT_ORDERS),
      }),
      page: fc.integer({ min: 1, max: LAST_PAGE }),
      per: fc.constant("group"),
      order: fc.record({
        column: fc.constantFrom(...PEOPLE_COLUMNS),
        order: fc.constantFrom(...SORT_ORDERS),
      }),
      compare: fc.constant("week"),
      level: fc.record({
        seconds: fc.integer({ min: 1, max: MOST_LEVEL_SECONDS }),
        formula: fc.constantFrom(...LEVEL_FORMULAS),
      }),
      sample: fc.record({
        calls: fc.integer({ min: 1, max: MOST_DRAWN }),
        per: fc.constantFrom(...SAMPLE_SCOPES),
        leastTalk: fc.integer({ min: 0, max: MOST_LEAST_TALK }),
        seed: fc.stringMatching(/^[0-9a-z]{1,6}$/),
      }),
      within: fc.constantFrom(...REPEAT_WITHIN),
      chart: fc.constantFrom(...WEEK_CHARTS),
      record: ids,
      // Tenths of a second.
      position: fc.integer({ min: 1, max: 9_999_999 }).map((tenths) => tenths / 10),
      beside: ids,
      columns,
    },
    { requiredKeys: ["time", "criteria", "sort", "page"] },
  )
  // Of no record there is nothing to hear.
  .map(({ position, ...view }) =>
    view.record === undefined || position === undefined ? view : { ...view, position },
  )
  .map((view) => view as View);

const sorted = (value: unknown) => (Array.isArray(value) ? [...value].toSorted() : value);
/** Lists of a filter are sets: their order is not part of the view. */
const asSets = (view: View) => ({
  ...view,
  criteria: Object.fromEntries(
    Object.entries(view.criteria).map(([key, value]) => [key, sorted(value)]),
  ),
});

test("any view survives its link, without a complaint", () => {
  fc.assert(
    fc.property(views, (view) => {
      const { view: restored, problems } = read(viewSearch(view));
      expect(problems).toEqual([]);
      expect(asSets(restored)).toEqual(asSets(view));
    }),
    { numRuns: 500 },
  );
});

test("a link is its own normal form", () => {
  fc.assert(
    fc.property(views, (view) => {
      const search = viewSearch(view);
      expect(viewSearch(read(search).view)).toBe(search);
    }),
  );
});

const notes = fc.record(
  { asOf: instants, total: fc.nat(Number.MAX_SAFE_INTEGER) },
  { requiredKeys: [] },
);

test("any view survives a link for somebody else, and so does what is noted beside it", () => {
  fc.assert(
    fc.property(views, notes, (view, noted) => {
      const search = linkSearch(view, noted);
      const { view: restored, note, problems } = readLink(new URLSearchParams(search));
      expect(problems).toEqual([]);
      expect(note).toEqual({ version: LINK_VERSION, ...noted });
      expect(asSets(restored)).toEqual(asSets(view));
      expect(linkSearch(restored, note)).toBe(search);
    }),
  );
});

test("what is noted in a link is no part of its view", () => {
  fc.assert(
    fc.property(views, notes, (view, noted) => {
      const search = linkSearch(view, noted);
      expect(read(search)).toEqual(read(viewSearch(view)));
      expect(viewSearch(read(search).view)).toBe(viewSearch(view));
    }),
  );
});

test("a link of before has version 1, and one of a later edition keeps what is understood", () => {
  const linked = (search: string) => readLink(new URLSearchParams(search));
  expect(linked("agent=a").note).toEqual({ version: 1 });
  expect(linked("v=7&agent=a&mood=good")).toEqual({
    view: { ...DEFAULT_VIEW, criteria: { agentId: "a" } },
    note: { version: 7 },
    problems: [{ name: "mood", reason: "unknown-name" }],
  });
});

test("any text at all gives a view and never throws", () => {
  const names = ["instance", "type", "page", "from", "v", "asof", "n"];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), fc.string())),
      (pairs) => {
        const { view } = readView(new URLSearchParams(pairs));
        expect(read(viewSearch(view)).problems).toEqual([]);
      },
    ),
  );
});

test("the default view has an empty link", () => {
  expect(viewSearch(DEFAULT_VIEW)).toBe("");
  expect(read("").view).toEqual(DEFAULT_VIEW);
});

test("names are short and values readable", () => {
  const view: View = {
    ...DEFAULT_VIEW,
    time: { relative: "last7d" },
    criteria: {
      contactDisposition: ["NoAnswer", "Success"],
      agentId: "agent@ccc-test",
      phoneNumber: "0735",
    },
    sort: { field: "talkTime", order: "DESC" },
    page: 7,
    compare: "week",
    columns: { shown: ["startTime", "parties"], pinned: 1 },
  };
  expect(viewSearch(view)).toBe(
    "?range=last7d&disposition=Success,NoAnswer&phone=0735&agent=agent@ccc-test&compare=week&sort=-talkTime&page=7&cols=*startTime,parties",
  );
});

test("an option of no known spelling is dropped, and its neighbours stay", () => {
  const { view, problems } = read("disposition=Success,Bogus");
  expect(view.criteria.contactDisposition).toEqual(["Success"]);
  expect(problems).toEqual([{ name: "disposition", value: "Bogus", reason: "bad-value" }]);
});

test("a value newer than this edition passes when the link says that it is meant", () => {
  const { view, problems } = read("disposition=~AbandonedOnHold");
  expect(view.criteria.contactDisposition).toEqual(["AbandonedOnHold"]);
  expect(problems).toEqual([]);
});

test("options are read whatever their case and underscores", () => {
  expect(read("type=PRIVACY_DIAL,outbound").view.criteria.contactType).toEqual([
    "Outbound",
    "PrivacyDial",
  ]);
});

test("every documented disposition is its own spelling", () => {
  for (const value of CONTACT_DISPOSITIONS)
    expect(read(`disposition=${value}`).view.criteria.contactDisposition).toEqual([value]);
});

test("pinned columns come first, wherever the link marks them, and none comes twice", () => {
  expect(read("cols=talkTime,*startTime,parties,*talkTime").view.columns).toEqual({
    shown: ["startTime", "talkTime", "parties"],
    pinned: 2,
  });
});

test("a column of no known name is dropped, and its neighbours stay", () => {
  const { view, problems } = read("cols=*nope,startTime");
  expect(view.columns).toEqual({ shown: ["startTime"], pinned: 0 });
  expect(problems).toEqual([{ name: "cols", value: "*nope", reason: "bad-value" }]);
  expect(read("cols=nope").view.columns).toBeUndefined();
});

test("a page may lie past what one query reaches", () => {
  expect(read("page=101").view.page).toBe(101);
  expect(read("page=1000000")).toEqual({
    view: { ...DEFAULT_VIEW, page: 1_000_000 },
    problems: [],
  });
});

test.each([
  ["page=0", "page", "bad-value"],
  ["page=1000001", "page", "bad-value"],
  ["page=1e1", "page", "bad-value"],
  ["page=two", "page", "bad-value"],
  ["sort=name", "sort", "bad-value"],
  ["sort=-", "sort", "bad-value"],
  ["range=fortnight", "range", "bad-value"],
  ["from=1&to=x", "to", "bad-value"],
  ["from=5&to=1", "to", "reversed"],
  ["sat=~010", "sat", "bad-value"],
  ["sat=~new", "sat", "bad-value"],
  ["from=1", "from", "incomplete"],
  ["range=today&from=1&to=2", "range", "conflict"],
  ["phone=12 ' OR", "phone", "bad-value"],
  ["agent=a%00b", "agent", "bad-value"],
  ["contact=" + "x".repeat(200), "contact", "bad-value"],
  ["page=2&page=3", "page", "repeated"],
  ["colour=red", "colour", "unknown-name"],
  ["v=0", "v", "bad-value"],
  ["v=two", "v", "bad-value"],
  ["n=-1", "n", "bad-value"],
  ["n=8,412", "n", "bad-value"],
  ["n=1&n=2", "n", "repeated"],
  ["asof=today", "asof", "bad-value"],
  ["asof=1795276800", "asof", "other-unit"],
  ["cols=startTime,nope", "cols", "bad-value"],
])("%s is reported as a problem of %s: %s", (search, name, reason) => {
  const { problems } = read(search);
  expect(problems.map((problem) => [problem.name, problem.reason])).toContainEqual([name, reason]);
});

test("a phone number may be pasted with its spaces, brackets and hyphens", () => {
  expect(read("phone=%2B86%20(21)%205550-0100").view.criteria.phoneNumber).toBe("+862155500100");
});

test("a sealed number stands as it is, whole or cut off, and nothing else looks like one", () => {
  const token = `eyJhbGciOiJkaXIifQ..${"a".repeat(16)}.${"b-_9".repeat(11)}.${"c".repeat(22)}`;
  for (const callingNumber of [token, token.slice(0, 40)]) {
    const search = viewSearch({ ...DEFAULT_VIEW, criteria: { callingNumber } });
    expect(search).toBe(`?caller=${callingNumber}`);
    expect(read(search)).toMatchObject({ view: { criteria: { callingNumber } }, problems: [] });
    expect(clearNumbers(read(search).view.criteria)).toEqual([]);
    expect(sealedNumbers(read(search).view.criteria)).toEqual(["callingNumber"]);
  }
  for (const callingNumber of ["13800138000", "+86-138", "anonymous", "eyJ138", "021-5550 0100"])
    expect(clearNumbers({ callingNumber })).toEqual(["callingNumber"]);
});

test("a number that calls have stored in a form of their own is asked for in that form", () => {
  for (const callingNumber of [
    "021-5550 0100",
    "(021) 55500100",
    "０２１",
    "1380000, 1390000",
    "~1",
  ]) {
    const search = viewSearch({ ...DEFAULT_VIEW, criteria: { callingNumber } });
    expect(search).toMatch(/^\?caller=~/);
    expect(read(search)).toMatchObject({ view: { criteria: { callingNumber } }, problems: [] });
  }
  const plain = { ...DEFAULT_VIEW, criteria: { callingNumber: "+8613800000000" } };
  expect(viewSearch(plain)).toBe("?caller=%2B8613800000000");
});

test.each(["phone", "caller", "called"])(
  "a plus of %s that was not escaped is a problem, and no other number",
  (name) => {
    const { view, problems } = read(`${name}=+8613800000000`);
    expect(view.criteria).toEqual({});
    expect(problems).toEqual([{ name, value: " 8613800000000", reason: "lost-plus" }]);
  },
);

test.each([
  ["agent", "a+b@ccc-test"],
  ["group", "a+"],
  ["contact", "+job-1"],
  ["contact", "~+job-1"],
  ["instance", "ccc+test"],
  ["record", "job+1"],
  ["record", "+"],
  ["caller", "~+8613800000000"],
])("a plus of an id that was not escaped is a problem, and no other id: %s=%s", (name, id) => {
  const { view, problems } = read(`${name}=${id}`);
  expect(view).toEqual(DEFAULT_VIEW);
  expect(problems).toEqual([{ name, value: id.replace("+", " "), reason: "lost-plus" }]);
  expect(read(`${name}=${encodeURIComponent(id)}`).problems).toEqual([]);
});

test("an id that has a blank is asked for with a mark, and so is one that begins with the mark", () => {
  for (const agentId of ["a b", "~a", "~ a"]) {
    const search = viewSearch({ ...DEFAULT_VIEW, instance: agentId, criteria: { agentId } });
    expect(search).toMatch(/^\?instance=~.*&agent=~/);
    expect(read(search)).toMatchObject({
      view: { instance: agentId, criteria: { agentId } },
      problems: [],
    });
  }
});

test.each([
  ["caller=1.54E10", "1.54E10", "lost-digits"],
  ["phone=1.54E%2B10", "1.54E+10", "lost-digits"],
  ["called=1543O608579", "1543O608579", "letters"],
] as const)("a number that was spoilt is a problem that says how: %s", (search, value, reason) => {
  const { view, problems } = read(search);
  expect(view.criteria).toEqual({});
  expect(problems).toEqual([expect.objectContaining({ value, reason })]);
});

test.each(["instance", "record", "contact", "agent", "group"])(
  "an id of %s may be pasted with what is around it, and one that has it stands with a mark",
  (name) => {
    const normal = (search: string) => viewSearch(read(search).view);
    for (const around of ["%E2%80%8Eabc%E2%80%8F", "%22abc%22", "abc,", "%27abc%27,"])
      expect(normal(`${name}=${around}`)).toBe(`?${name}=abc`);
    for (const exact of ['"abc"', "abc,", "~abc"]) {
      const search = `?${name}=~${encodeURIComponent(exact).replaceAll(/%(2C|7E)/g, decodeURIComponent)}`;
      expect(normal(search)).toBe(search);
    }
  },
);

test("a place in a path is no id, with a mark neither", () => {
  for (const text of [".", "..", "~..", '"."'])
    expect(read(`record=${text}`)).toMatchObject({
      view: DEFAULT_VIEW,
      problems: [{ name: "record" }],
    });
});

test.each(["1795276800", "946684800", "1795276800.5", "1795276800000000", "1795276800000000000"])(
  "an instant in another unit is a problem, and no time in 1970: %s",
  (value) => {
    const { view, problems } = read(`from=${value}&to=1795819360000`);
    expect(view.time).toEqual(DEFAULT_VIEW.time);
    expect(problems[0]).toEqual({ name: "from", value, reason: "other-unit" });
  },
);

test("a field left blank is as if it were not there", () => {
  expect(read("agent=&page=&type=")).toEqual({ view: DEFAULT_VIEW, problems: [] });
});

test("a place in a recording goes with an open record, in tenths of a second", () => {
  expect(read("record=job-1&t=83")).toMatchObject({ view: { position: 83 }, problems: [] });
  expect(read("record=job-1&t=83.2").view.position).toBe(83.2);
  expect(viewSearch({ ...DEFAULT_VIEW, position: 83 })).toBe("");
  expect(read("t=83")).toMatchObject({ problems: [{ name: "t", reason: "unknown-name" }] });
  expect(read("t=83").view).toEqual(DEFAULT_VIEW);
  for (const bad of ["0", "-1", "1e3", "83.25", "1:23", "99999999"])
    expect(read(`record=job-1&t=${bad}`)).toMatchObject({
      view: { record: "job-1" },
      problems: [{ name: "t", value: bad, reason: "bad-value" }],
    });
});

test("a pinned call stands in the link, with an open one and without", () => {
  expect(read("record=job-1&beside=job-2")).toEqual({
    view: { ...DEFAULT_VIEW, record: "job-1", beside: "job-2" },
    problems: [],
  });
  expect(viewSearch({ ...DEFAULT_VIEW, beside: "job-2" })).toBe("?beside=job-2");
  for (const bad of ["..", ".", "job+2"])
    expect(read(`record=job-1&beside=${bad}`)).toMatchObject({
      view: { record: "job-1" },
      problems: [{ name: "beside" }],
    });
});

test.each([
  [{}, undefined],
  [{ record: "job-1" }, undefined],
  [{ beside: "job-1" }, undefined],
  [{ record: "job-1", beside: "job-1" }, undefined],
  [{ record: "job-1", beside: "job-2" }, ["job-2", "job-1"]],
])("of %j the calls side by side are %j", (view, calls) => {
  expect(comparedCalls(view)).toEqual(calls);
});
