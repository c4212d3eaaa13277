import type { FastifyRequest } from "fastify";
import type { InstanceDirectory } from "#bff/access/instance-directory.ts";
import type { NumberSeals } from "#bff/access/links/number-seals.ts";
import { readerOf } from "#bff/access/reader.ts";
import { viewWithin } from "#bff/access/view-within.ts";
import { readQuery, refuseProblems } from "#bff/http/read-query.ts";
import type { Calendar } from "#contract/time/relative-range.ts";
import { resolveTimeRange } from "#contract/time/time-range.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import { readView } from "#contract/view/view-codec.ts";
import type { View } from "#contract/view/view.ts";

export interface AskedCallsDeps {
  readonly instances: InstanceDirectory;
  readonly seals: NumberSeals;
  /** The calendar that `range=today` means. */
  readonly calendar: Calendar;
  readonly now: () => number;
}

interface AskedCalls {
  readonly view: View;
  readonly set: UnpinnedCalls;
  /** When they were asked for, ms. */
  readonly asOf: number;
}

/**
 * The view that stands in a body as a link has it, and the calls that it means to whoever asks.
 *
 * @throws BffError `invalid_parameter` that names the part, such as `view.disposition`; as {@link viewWithin}
 */
export async function readAskedCalls(
  text: string,
  request: FastifyRequest,
  { instances, seals, calendar, now }: AskedCallsDeps,
): Promise<AskedCalls> {
  const query = [...readQuery(request.url).keys()];
  refuseProblems(query.map((name) => ({ name, reason: "unknown-name" })));
  const { view, problems } = readView(readQuery(`?${text.replace(/^\?/, "")}`));
  refuseProblems(problems, "view.");
  const reader = readerOf(request);
  const within = await viewWithin(view, reader, instances.of(reader.rights), seals);
  const { instance, criteria } = within;
  const asOf = now();
  return {
    view,
    asOf,
    set: { instance, criteria, range: resolveTimeRange(view.time, asOf, calendar) },
  };
}
