import type { RecordsPage } from "#bff/upstream/list-records.ts";
import type { ListRequest } from "#contract/upstream/write-list-request.ts";
import type { Asking, CallReader } from "./call-reader.ts";

/**
 * Reads the pages of one list for `readSlice`. Where calls may come late a page past the first is none that was
 * asked for before the one in front of it was here: what was pushed from there would be on neither.
 *
 * @param from only pages that were asked for then or later will do, ms, monotonic
 */
export function pagesInOrder(
  reader: CallReader,
  asking: Omit<Asking, "since" | "onHeard">,
  mayGrow: boolean,
  from = -Infinity,
): (request: ListRequest) => Promise<RecordsPage> {
  let heardAt = from;
  return (request) =>
    reader.page(request, {
      ...asking,
      onHeard(at) {
        heardAt = Math.max(heardAt, at);
      },
      since: mayGrow && request.page > 1 ? heardAt : from,
    });
}
