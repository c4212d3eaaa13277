import { queryOptions, type QueryClient } from "@tanstack/react-query";
import type { Criteria } from "#contract/filter/filters.ts";
import { clearNumbers, sealedNumbers } from "#contract/filter/sealed-number.ts";

// Most views are of no number: what asks about them is not part of the first load.
const code = () => import("#app/api/ask-links.ts");

/** Has the numbers among the criteria sealed. */
export async function sealNumbers(
  client: QueryClient,
  instance: string | undefined,
  criteria: Criteria,
): Promise<void> {
  await (await code()).askNumbers(client, instance, criteria, clearNumbers(criteria));
}

/** What the tokens among the criteria hold. */
export function openNumbersQuery(instance: string | undefined, criteria: Criteria) {
  return queryOptions({
    queryKey: ["links", instance, criteria] as const,
    queryFn: async ({ client, signal }) =>
      (await code()).askNumbers(client, instance, criteria, sealedNumbers(criteria), signal),
  });
}
