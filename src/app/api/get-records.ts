import type { QueryClient } from "@tanstack/react-query";
import { recordsPath } from "#contract/api/first-paths.ts";
import { recordsReplySchema, type RecordsReply } from "#contract/api/records.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import type { Sort } from "#contract/view/sort.ts";
import { getJson } from "./get-json.ts";
import { learnNamesOfRecords } from "./known-names.ts";
import { spend } from "./upstream-budget.ts";

/** Which page, from 1, and how many records it has. */
interface Page {
  readonly page: number;
  readonly size: number;
}

/** The path that {@link getRecords} asks. */
export function pagePath(
  { instance, range, criteria }: UnpinnedCalls,
  sort: Sort,
  { page, size }: Page,
): string {
  return recordsPath({ view: { instance, time: range, criteria, sort, page }, size });
}

/**
 * One page of call records.
 *
 * @throws {ApiError} as {@link getJson}
 */
export async function getRecords(
  client: QueryClient,
  calls: UnpinnedCalls,
  sort: Sort,
  page: Page,
  signal: AbortSignal,
): Promise<RecordsReply> {
  const { instance } = calls;
  const reply = await getJson(pagePath(calls, sort, page), recordsReplySchema, signal);
  spend(client, instance, reply.spent);
  learnNamesOfRecords(client, instance, reply.records);
  return reply;
}
