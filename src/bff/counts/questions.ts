import { countsRequestSchema, type Ask } from "#contract/counts.ts";
import type { Criteria, FacetKey } from "#contract/filters.ts";
import { resolveTimeRange } from "#contract/time-range.ts";
import { readView } from "#contract/view-codec.ts";
import { withCriterion } from "#contract/with-criterion.ts";
import { asKind } from "#contract/with-values.ts";
import { BffError } from "#bff/bff-error.ts";
import type { CountFilter } from "#bff/calls/call-reader.ts";
import type { InstanceDirectory } from "#bff/routes/instance-directory.ts";
import { refuseProblems } from "#bff/routes/read-query.ts";

/** A question of a request with the calls that it is about. */
export interface Question {
  /** Its position in the request, from 0. */
  readonly ask: number;
  readonly asked: Ask;
  /** The calls among which it counts: for a facet those of the view without its own criterion. */
  readonly filter: CountFilter;
}

export interface ReadQuestionsDeps {
  readonly instances: InstanceDirectory;
  /** IANA name: the calendar that `range=today` means. */
  readonly timeZone: string;
  /** ms since the epoch */
  readonly now: () => number;
}

/**
 * The questions of a request's body.
 *
 * @throws BffError `invalid_parameter` naming the first that is bad, such as `asks.3.view.disposition`
 */
export async function readQuestions(body: unknown, deps: ReadQuestionsDeps): Promise<Question[]> {
  const parsed = countsRequestSchema.safeParse(body);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join(".") ?? "";
    const field = path === "" ? undefined : path;
    throw new BffError("invalid_parameter", { field, detail: "The questions are malformed." });
  }
  return Promise.all(
    parsed.data.asks.map(async (asked, ask) => {
      const { view, problems } = readView(new URLSearchParams(asked.view));
      refuseProblems(
        problems.map((problem) => ({ ...problem, name: `asks.${ask}.view.${problem.name}` })),
      );
      const { timeZone, now, instances } = deps;
      const criteria =
        asked.of === "facet" ? withCriterion(view.criteria, asked.facet, undefined) : view.criteria;
      const time = resolveTimeRange(view.time, now(), timeZone);
      return {
        ask,
        asked,
        filter: { instance: await instances.pick(view.instance), time, criteria },
      };
    }),
  );
}

/** The filter with a facet's criterion set to these values, which are not none. */
export function filterWith(
  filter: CountFilter,
  facet: FacetKey,
  values: readonly string[],
): CountFilter {
  const value = asKind(facet, values);
  // Any text is an option newer than this edition.
  return { ...filter, criteria: { ...filter.criteria, [facet]: value } as Criteria };
}
