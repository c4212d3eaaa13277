import type { Asking, CallReader } from "#bff/calls/call-reader.ts";
import type { RecordsPage } from "#bff/upstream/list-records.ts";
import type { ListRequest } from "#contract/upstream/write-list-request.ts";

export type AskingFor = Omit<Asking, "purpose" | "since" | "onHeard">;

/**
 * Reads the pages of one list for `readSlice`. Where calls may come late a page past the first is none that was
 * asked for before the one in front of it was here: what was pushed from there would be on neither.
 */
export function pagesInOrder(
  reader: CallReader,
  asking: AskingFor,
  mayGrow: boolean,
): (request: ListRequest) => Promise<RecordsPage> {
  let heardAt = -Infinity;
  return (request) =>
    reader.page(request, {
      ...asking,
      purpose: "facets",
      onHeard(at) {
        heardAt = Math.max(heardAt, at);
      },
      ...(mayGrow && request.page > 1 && { since: heardAt }),
    });
}
