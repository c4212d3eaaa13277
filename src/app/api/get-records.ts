import type { QueryClient } from "@tanstack/react-query";
import { recordsPath } from "#contract/api/first-paths.ts";
import { recordsReplySchema, type RecordsReply } from "#contract/api/records.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import type { Sort } from "#contract/view/sort.ts";
import { getJson } from "./get-json.ts";
import { learnNamesOfRecords } from "./known-names.ts";
import { spend } from "./upstream-budget.ts";

/**
 * One page of call records.
 *
 * @param page from 1
 * @param size records on a page
 * @throws {ApiError} as {@link getJson}
 */
export async function getRecords(
  client: QueryClient,
  { instance, range, criteria }: UnpinnedCalls,
  sort: Sort,
  { page, size }: { readonly page: number; readonly size: number },
  signal: AbortSignal,
): Promise<RecordsReply> {
  const view = { instance, time: range, criteria, sort, page };
  const reply = await getJson(recordsPath({ view, size }), recordsReplySchema, signal);
  spend(client, instance, reply.spent);
  learnNamesOfRecords(client, instance, reply.records);
  return reply;
}
