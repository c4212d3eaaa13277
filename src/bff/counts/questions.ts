import type { ReaderInstances } from "#bff/access/instance-directory.ts";
import { openedOnce, type NumberSeals } from "#bff/access/links/number-seals.ts";
import { idsWithin, scopeOf } from "#bff/access/own-scope.ts";
import type { Reader } from "#bff/access/reader.ts";
import { refuseBeyond, refuseNumber, viewWithin } from "#bff/access/view-within.ts";
import { BffError } from "#bff/http/bff-error.ts";
import { readBody } from "#bff/http/read-body.ts";
import { readQuery, refuseProblems } from "#bff/http/read-query.ts";
import { countsRequestSchema, type Ask } from "#contract/api/asks.ts";
import { withCriterion, asKind, withValues } from "#contract/filter/criteria.ts";
import type { Criteria, FacetKey } from "#contract/filter/filters.ts";
import type { Calendar } from "#contract/time/relative-range.ts";
import { resolveTimeRange } from "#contract/time/time-range.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { readView } from "#contract/view/view-codec.ts";
import type { View } from "#contract/view/view.ts";
import { probesOf } from "./choose-plan.ts";

/** Of one request, at most: more than twice what a screen of counts with all that it can compare takes. */
const MOST_PROBES = 2_000;

/** A question of a request with the calls that it is about. */
export interface Question {
  /** Its position in the request, from 0. */
  readonly ask: number;
  readonly asked: Ask;
  /** The calls among which it counts: for a facet those of the view without its own criterion. */
  readonly set: CallSet;
  /** Of a facet by which the reader is bounded: its values, and no others. Its criterion stays in the set. */
  readonly own?: readonly string[] | undefined;
}

export interface ReadQuestionsDeps {
  /** Who asks. */
  readonly reader: Reader;
  readonly instances: ReaderInstances;
  readonly seals: NumberSeals;
  /** The calendar that `range=today` means. */
  readonly calendar: Calendar;
  /** ms since the epoch */
  readonly now: () => number;
}

/**
 * The questions of a request's body.
 *
 * @throws BffError `invalid_parameter` naming the first that is bad, such as `asks.3.view.disposition`;
 *   as {@link viewWithin}
 */
export async function readQuestions(body: unknown, deps: ReadQuestionsDeps): Promise<Question[]> {
  const { asks } = readBody(body, countsRequestSchema);
  if (asks.reduce((sum, asked) => sum + probesOf(asked), 0) > MOST_PROBES)
    throw new BffError("invalid_parameter", {
      field: "asks",
      detail: `The questions may take more than ${MOST_PROBES} counts: ask fewer at once.`,
    });
  const { calendar, instances, reader } = deps;
  const seals = openedOnce(deps.seals);
  const scope = scopeOf(reader);
  // One instant for all: questions about the same calls are asked together.
  const now = deps.now();
  // All of them are good before anything is asked upstream.
  const views = await Promise.all(
    asks.map(async (asked, ask) => {
      const view = await readViewOf(asked, ask);
      refuseExtra(asked, ask, reader);
      await refusePeople(asked, ask, reader);
      await placed(`asks.${ask}.view.`, () => refuseBeyond(view, reader));
      return { asked, ask, view };
    }),
  );
  return Promise.all(
    views.map(async ({ asked, ask, view }) => {
      const { instance, criteria } = await placed(`asks.${ask}.view.`, () =>
        viewWithin(view, reader, instances, seals),
      );
      // What is counted for each value by itself is counted beside the view's own criterion.
      const key = keyOf(asked);
      const isOwn = scope !== undefined && (key ?? peopleKeyOf(asked)) === scope.filter;
      return {
        ask,
        asked,
        set: {
          instance,
          range: resolveTimeRange(view.time, now, calendar),
          criteria: key === undefined || isOwn ? criteria : withCriterion(criteria, key, undefined),
          asOf: now,
        },
        own: isOwn ? idsWithin(scope, instance) : undefined,
      };
    }),
  );
}

async function readViewOf(asked: Ask, ask: number): Promise<View> {
  const place = `asks.${ask}.view.`;
  const params = await placed(place, () => readQuery(`?${asked.view.replace(/^\?/, "")}`));
  const { view, problems } = readView(params);
  refuseProblems(problems, place);
  return view;
}

/** What a link could not say is no value that calls are filtered by, and none that is counted. */
function refuseExtra(asked: Ask, ask: number, reader: Reader): void {
  if (asked.of !== "facet") return;
  const { facet, extra = [] } = asked;
  if (extra.some((value) => withValues({}, facet, [value]) === undefined))
    refuseProblems([{ name: "extra", reason: "bad-value" }], `asks.${ask}.`);
  refuseNumber(facet, extra, reader, `asks.${ask}.extra`);
}

/** As {@link refuseExtra}, of people whose calls are put together: each must be the reader's to ask for. */
async function refusePeople(asked: Ask, ask: number, reader: Reader): Promise<void> {
  if (asked.of !== "figures" || asked.people === undefined) return;
  const { key, ids } = asked.people;
  for (const id of ids) {
    const criteria = withValues({}, key, [id]);
    if (criteria === undefined)
      refuseProblems([{ name: "people.ids", reason: "bad-value" }], `asks.${ask}.`);
    else await placed(`asks.${ask}.people.`, () => refuseBeyond({ criteria }, reader));
  }
}

/** The filter whose values a question counts; the view's own choice of it is left out. */
function keyOf(asked: Ask): FacetKey | undefined {
  if (asked.of === "facet") return asked.facet;
  return asked.of === "figures" ? asked.people?.key : undefined;
}

/** The filter of the people whom a question is about; the view's own choice of it stays. */
function peopleKeyOf(asked: Ask): FacetKey | undefined {
  return asked.of === "people" ? asked.key : undefined;
}

/** Runs what blames a parameter by its name alone, and says where that is. */
async function placed<T>(place: string, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof BffError) || error.parts.field === undefined) throw error;
    throw new BffError(error.code, { ...error.parts, field: place + error.parts.field });
  }
}

/** The calls of a set that have one of these values of a facet, which are not none. */
export function callsWith(set: CallSet, facet: FacetKey, values: readonly string[]): CallSet {
  const value = asKind(facet, values);
  // Any text is an option newer than this edition.
  return { ...set, criteria: { ...set.criteria, [facet]: value } as Criteria };
}
