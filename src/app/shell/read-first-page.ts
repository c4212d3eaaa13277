import type { QueryClient } from "@tanstack/react-query";
import { isEarlyReplyHere, whenEarlyRepliesCame } from "#app/api/early-replies.ts";
import { pagePath } from "#app/api/get-records.ts";
import { sessionQuery } from "#app/api/session-query.ts";
import { pageQuery, rowsQuery } from "#app/records/list/rows-query.ts";
import { locationSearch } from "#app/view/location-store.ts";
import { firstPin, resolveView } from "#app/view/resolve-view.ts";
import { ownView } from "#app/view/within-scope.ts";
import { SESSION_ROUTE } from "#contract/api/first-paths.ts";
import { clearNumbers } from "#contract/filter/sealed-number.ts";
import { PAGE_SIZE, pageStartRow } from "#contract/view/paging.ts";
import { readView } from "#contract/view/view-codec.ts";

/** As long as nobody minds an empty page, ms: then the frame of the dashboard is drawn. */
const PATIENCE_MS = 100;

/**
 * Reads the session and the first page into the cache where both replies are here, or nearly, before
 * anything is drawn: then the table is drawn once, with its rows, and neither its frame nor skeletons before.
 * Whatever is not here, or is bad, is left to those who draw it.
 */
export async function readFirstPage(client: QueryClient): Promise<void> {
  await Promise.race([
    whenEarlyRepliesCame(),
    new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
  ]);
  if (!isEarlyReplyHere(SESSION_ROUTE)) return;
  await client.prefetchQuery(sessionQuery());
  const session = client.getQueryData(sessionQuery().queryKey);
  if (session === undefined) return;
  const view = ownView(readView(new URLSearchParams(locationSearch())).view, session);
  const { criteria, sort, page } = view;
  const asOf = firstPin(session);
  const { instance, range } = resolveView(view, asOf, session);
  if (instance === undefined || clearNumbers(criteria).length > 0) return;
  const calls = { instance, range, criteria, asOf };
  if (!isEarlyReplyHere(pagePath(calls, sort, { page, size: PAGE_SIZE }))) return;
  const list = { calls, sort };
  const openedAt = pageStartRow(page);
  await client.prefetchQuery(rowsQuery(list, openedAt));
  await client.prefetchQuery(pageQuery(list, { range, page }, () => openedAt));
}
