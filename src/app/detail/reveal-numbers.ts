import type { QueryClient } from "@tanstack/react-query";
import { postJson } from "#app/api/post-json.ts";
import { tell, useTold, type Told } from "#app/api/told.ts";
import { spend } from "#app/api/upstream-budget.ts";
import { revealPath, revealReplySchema, type RevealRequest } from "#contract/api/reveal.ts";
import type { CallRecord } from "#contract/record/call-record.ts";

/** Offered again, the latest first: they go with the reader, and are stored nowhere. */
const REASONS: Told<readonly string[]> = { name: ["reveal-reasons"], nothing: [] };
const MOST_REASONS = 5;

export function useLastReasons(): readonly string[] {
  return useTold(REASONS);
}

/**
 * The numbers of one call as they are, for whoever has asked for them alone: they are kept nowhere.
 *
 * @throws {ApiError} as `postJson`; `right_missing`, `record_not_found`
 */
export async function revealNumbers(
  client: QueryClient,
  contactId: string,
  request: RevealRequest & { readonly instance: string },
  signal: AbortSignal,
): Promise<CallRecord> {
  const reply = await postJson(revealPath(contactId), request, revealReplySchema, signal);
  spend(client, request.instance, reply.spent);
  const { reason } = request;
  tell(client, REASONS, (known) =>
    [reason, ...known.filter((one) => one !== reason)].slice(0, MOST_REASONS),
  );
  return reply.numbers;
}
