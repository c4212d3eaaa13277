import type { QueryClient } from "@tanstack/react-query";
import { learnNamesOfRecords } from "#app/api/known-names.ts";
import { postJson } from "#app/api/post-json.ts";
import { spend } from "#app/api/upstream-budget.ts";
import { RECORDS_ROUTE } from "#contract/api/first-paths.ts";
import { recordsReplySchema, type RecordsReply } from "#contract/api/records.ts";
import type { PastedItem } from "#contract/filter/pasted-list.ts";
import { callsSearch, type CallSet } from "#contract/view/call-set.ts";

/** The body that asks for the latest calls of an item. It holds the number as it is: no address does. */
export function itemBody(
  { instance, range }: Pick<CallSet, "instance" | "range">,
  { filter, value }: PastedItem,
): Record<string, string> {
  const search = callsSearch({ instance, range, criteria: { [filter]: value } });
  return Object.fromEntries(new URLSearchParams(search));
}

/**
 * The latest calls of an item in the range; of an id, its call whenever it was.
 *
 * @throws {ApiError} as `postJson`
 */
export async function askItem(
  client: QueryClient,
  calls: Pick<CallSet, "instance" | "range">,
  item: PastedItem,
  signal: AbortSignal,
): Promise<RecordsReply> {
  const reply = await postJson(RECORDS_ROUTE, itemBody(calls, item), recordsReplySchema, signal);
  spend(client, calls.instance, reply.spent);
  learnNamesOfRecords(client, calls.instance, reply.records);
  return reply;
}
