import fc from "fast-check";
import { expect, test } from "vitest";
import { callsWithin } from "#bff/access/calls-within.ts";
import type { OwnScope } from "#bff/access/own-scope.ts";
import { INSTANCE, withCalls, type TestCalls } from "#bff/counts/calls-in-hand.kit.ts";
import type { CallBackLooked } from "#contract/api/call-back.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import { createTestDatabase } from "#embedded/database/database.kit.ts";
import { createDuckDbStore } from "#embedded/duckdb-store.ts";
import type { TestRecord } from "#upstream/store/test-store.kit.ts";
import { findWaiting, type Found } from "./find-waiting.ts";
import type { Waiting } from "./judge-caller.ts";

/** ms: the last start of a world. */
const END = 30;

/** Who is behind each number as calls have stored it; nobody behind what cannot be called. */
const CUSTOMERS: Readonly<Record<string, string | undefined>> = {
  "13800138000": "mobile",
  "+8613800138000": "mobile",
  "008613800138000": "mobile",
  "8613800138000": "mobile",
  "013800138000": "mobile",
  "02155500100": "fixed",
  "+862155500100": "fixed",
  "00862155500100": "fixed",
  // Within the others, or with another within it.
  "2155500100": "part of fixed",
  "3800138": "part of mobile",
  "138001380001": "longer",
  "95588": "service",
  "+8695588": "service",
  "+14155550100": "abroad",
  anonymous: undefined,
  "sip:anonymous@example.invalid": undefined,
  "1380013****": undefined,
};

const TALKED = ["Success", "ForwardToOutsideNumber"];
const LOST = ["AbandonedInIVR", "AbandonedInQueue", "QueuingTimeout", "Voicemail", "IVRException"];
const OTHER = ["NoAnswer", "Reject", "Teleported"];

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 4 });
const number = maybe(fc.constantFrom(...Object.keys(CUSTOMERS)));
const record: fc.Arbitrary<TestRecord> = fc.record({
  startTime: fc.integer({ min: 0, max: END }),
  // The upstream says 0 of a call that was never connected.
  establishedTime: maybe(fc.integer({ min: 1, max: END })),
  contactType: maybe(
    fc.oneof(
      { weight: 5, arbitrary: fc.constant("Inbound") },
      { weight: 2, arbitrary: fc.constant("Outbound") },
      fc.constantFrom("Predictive", "Back2Back", "PrivacyDial", "Internal", "Conference", "Holo"),
    ),
  ),
  contactDisposition: maybe(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...LOST) },
      { weight: 1, arbitrary: fc.constantFrom(...TALKED) },
      { weight: 1, arbitrary: fc.constantFrom(...OTHER) },
    ),
  ),
  callingNumber: number,
  calledNumber: number,
  skillGroupIds: maybe(fc.constantFrom("g1", "g2", "g3", "g1,g2")),
  queueTime: maybe(fc.integer({ min: -2, max: 90 })),
  ringTime: maybe(fc.integer({ min: 0, max: 20 })),
  waitTime: maybe(fc.integer({ min: 0, max: 90 })),
});
const worlds = fc
  .array(record, { minLength: 0, maxLength: 180, size: "max" })
  .map((list) =>
    list.map((one, index) => ({ ...one, contactId: `job-${index}`, instanceId: INSTANCE })),
  );

/** The numbers of a world's calls, read once more by hand. */
const customerOf = ({ contactType, callingNumber, calledNumber }: TestRecord) => {
  const outward = ["Outbound", "Predictive", "Back2Back", "PrivacyDial"];
  if (contactType === "Inbound") return CUSTOMERS[callingNumber ?? ""];
  return outward.includes(contactType ?? "") ? CUSTOMERS[calledNumber ?? ""] : undefined;
};
const hasTalked = ({ contactDisposition = "", establishedTime }: TestRecord) =>
  TALKED.includes(contactDisposition) ||
  (["", "Teleported"].includes(contactDisposition) && establishedTime !== undefined);
const isTry = ({ contactType, contactDisposition = "" }: TestRecord) =>
  contactType === "Inbound" && [...LOST, "NoAnswer", "Reject"].includes(contactDisposition);
const at = ({ startTime = 0 }: TestRecord) => startTime;
const groupsOf = ({ skillGroupIds = "" }: TestRecord) => skillGroupIds.split(",");
function waitOf({ contactDisposition, waitTime, queueTime, ringTime }: TestRecord) {
  const isSum = contactDisposition === "AbandonedInQueue";
  return isSum && (queueTime !== undefined || ringTime !== undefined)
    ? (queueTime ?? 0) + (ringTime ?? 0)
    : waitTime;
}

interface AskedView {
  readonly from: number;
  readonly to: number;
  readonly group: string | undefined;
  readonly dispositions: readonly string[] | undefined;
}
const views: fc.Arbitrary<AskedView> = fc
  .record({
    ends: fc.tuple(fc.integer({ min: 0, max: END }), fc.integer({ min: 0, max: END })),
    group: maybe(fc.constantFrom("g1", "g2")),
    dispositions: maybe(fc.subarray([...LOST, ...TALKED], { minLength: 1 })),
  })
  .map(({ ends, ...rest }) => ({ from: Math.min(...ends), to: Math.max(...ends), ...rest }));

function oracle(data: readonly TestRecord[], view: AskedView, scope: OwnScope | undefined) {
  const visible = data.filter(
    (one) => !scope || groupsOf(one).some((id) => scope.ids.includes(id)),
  );
  const inView = visible.filter(
    (one) =>
      isTry(one) &&
      at(one) >= view.from &&
      at(one) <= view.to &&
      (view.group === undefined || groupsOf(one).includes(view.group)) &&
      (view.dispositions === undefined || view.dispositions.includes(one.contactDisposition ?? "")),
  );
  const waiting: unknown[] = [];
  const settled = { gotThrough: 0, calledBack: 0 };
  for (const customer of new Set(inView.map(customerOf))) {
    if (customer === undefined) continue;
    const tries = inView.filter((one) => customerOf(one) === customer);
    const last = Math.max(...tries.map(at));
    const theirs = visible.filter((one) => customerOf(one) === customer);
    const talks = theirs.filter((one) => hasTalked(one) && at(one) > last);
    const first = Math.min(...talks.map(at));
    if (talks.length > 0) {
      // Of two at one moment either will do.
      const kinds = talks.filter((one) => at(one) === first).map((one) => one.contactType);
      if (kinds.every((kind) => kind === "Inbound")) settled.gotThrough += 1;
      else if (kinds.every((kind) => kind !== "Inbound")) settled.calledBack += 1;
      else return undefined;
      continue;
    }
    const talkedAt = Math.max(-1, ...theirs.filter(hasTalked).map(at));
    const since = tries.filter((one) => at(one) >= talkedAt);
    const waits = since.map((one) => waitOf(one) ?? 0).filter((one) => one > 0);
    const inVain = theirs.filter(
      (one) => one.contactType !== "Inbound" && !hasTalked(one) && at(one) > last,
    );
    waiting.push({
      lastAt: last,
      tries: since.length,
      firstAt: Math.min(...since.map(at)),
      longestWait: waits.length === 0 ? undefined : Math.max(...waits),
      inVain:
        inVain.length === 0
          ? undefined
          : { count: inVain.length, lastAt: Math.max(...inVain.map(at)) },
    });
  }
  const withheld = inView.filter((one) => customerOf(one) === undefined).length;
  return { waiting, ...settled, withheld, tries: inView.length };
}

const toldOf = ({ call, ...rest }: Waiting) => ({
  lastAt: call.startTime,
  tries: rest.tries,
  firstAt: rest.firstAt,
  longestWait: rest.longestWait,
  inVain: rest.inVain,
});
const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).toSorted();

interface Told {
  readonly found: Found;
  readonly looked: CallBackLooked | undefined;
  readonly waiting: readonly Waiting[];
}

async function find(
  { calls, reader, asking }: TestCalls,
  view: AskedView,
  scope: OwnScope | undefined,
  plan: "all" | "each",
): Promise<Told> {
  const criteria: Criteria = {
    ...(view.group !== undefined && { skillGroupId: view.group }),
    ...(view.dispositions !== undefined && { contactDisposition: view.dispositions }),
  };
  const waiting: Waiting[] = [];
  let looked: CallBackLooked | undefined;
  const range = { from: view.from, to: view.to };
  const found = await findWaiting(
    { instance: calls.set.instance, range, criteria },
    {
      reader: callsWithin(reader, scope),
      scope,
      asking,
      upTo: END,
      onLooked: async (line) => {
        looked = line;
      },
      onWaiting: (_caller, one) => waiting.push(one),
      onJudged: () => undefined,
      choose: () => plan,
    },
  );
  return { found, looked, waiting };
}

test("who is still waiting is who is by hand, whichever plan finds it, in any view and within any scope", async () => {
  const scopes = fc.constantFrom<OwnScope | undefined>(undefined, undefined, {
    filter: "skillGroupId",
    ids: ["g1", "g2"],
  });
  await fc.assert(
    fc.asyncProperty(worlds, views, scopes, async (data, asked, scope) => {
      // A reader with a scope always asks about one of theirs.
      const view = scope === undefined ? asked : { ...asked, group: asked.group ?? "g1" };
      const expected = oracle(data, view, scope);
      fc.pre(expected !== undefined);
      await withCalls(
        data,
        END,
        async (world) => {
          for (const plan of ["all", "each"] as const) {
            const { found, looked, waiting } = await find(world, view, scope, plan);
            expect(sorted(waiting.map(toldOf))).toEqual(sorted(expected.waiting));
            expect(found).toEqual({
              gotThrough: expected.gotThrough,
              calledBack: expected.calledBack,
              unjudged: 0,
            });
            expect(looked).toMatchObject({
              tries: expected.tries,
              of: expected.tries,
              withheld: expected.withheld,
            });
          }
        },
        async (records) => createDuckDbStore(await createTestDatabase(records, [INSTANCE])),
      );
    }),
    // Each makes a database.
    { numRuns: 25 },
  );
}, 180_000);
