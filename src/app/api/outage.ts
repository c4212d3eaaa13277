import type { Query, QueryClient } from "@tanstack/react-query";
import { isFinal, isLapse, isOutage, isRefused, isTrouble, type ApiError } from "./api-error.ts";
import { useLapse } from "./lapse.ts";
import { tell, useTold, type Told } from "./told.ts";

/** What broke the way to the server or to the cloud, or keeps rows away, until all that failed by it is here. */
const OUTAGE: Told<ApiError | null> = { name: ["outage"], nothing: null };

/** Notes that the way is broken, or by null that it is whole again. */
export function tellOutage(client: QueryClient, error: ApiError | null): void {
  tell(client, OUTAGE, (known) => (error === null ? null : (known ?? error)));
}

/** What broke the way, while it is broken: one notice says so for all parts of the screen. */
export function useOutage(): ApiError | null {
  return useTold(OUTAGE);
}

/** Whether one notice for the whole screen says an error already, so that its own part need not. */
export function useIsTold(error: ApiError | null | undefined): boolean {
  const isOut = useOutage() !== null;
  const isLapsed = useLapse() !== "none";
  if (!error) return false;
  // Where the rows are missing for it they say so, and how to go on.
  if (isRefused(error)) return true;
  return (isOut && (isOutage(error) || isTrouble(error))) || (isLapsed && isLapse(error));
}

/** Whether the list is drawn from it. */
export const isOfRows = ({ queryKey: [kind] }: Query): boolean =>
  kind === "page" || kind === "anchor";
/** Whether it is asked for first: rows, and how many there are. */
const isOfList = (query: Query) => isOfRows(query) || query.queryKey[0] === "total";

/**
 * Asks again for all on the screen that failed and can be mended: for rows first, then for the rest.
 *
 * @param isMended whether an error may be gone when it is asked again
 */
export async function retryFailed(
  client: QueryClient,
  isMended: (error: ApiError) => boolean = (error) => !isFinal(error),
): Promise<void> {
  const again = (isMeant: (query: Query) => boolean) =>
    client.refetchQueries({
      type: "active",
      predicate: (query) => {
        const { status, error } = query.state;
        // Every error of a query is one of ours (query-client.ts).
        return status === "error" && isMended(error as ApiError) && isMeant(query);
      },
    });
  await again(isOfList);
  const isStillOut = client
    .getQueryCache()
    .getAll()
    .some((query) => query.isActive() && isOfRows(query) && query.state.status === "error");
  // Where rows are refused once more, so would be the many questions beside them.
  if (!isStillOut) await again((query) => !isOfList(query));
}
