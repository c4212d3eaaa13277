import type { QueryClient } from "@tanstack/react-query";
import { askLinks } from "#app/api/ask-links.ts";
import type { ViewChange } from "#app/view/change-view.ts";
import type { ViewInHand } from "#app/view/use-view.tsx";
import { withCriterion, withoutOverriding } from "#contract/filter/criteria.ts";
import type { NumberOfCall } from "./cell-action.ts";

/**
 * Filters by the number at one side of a call, known or not; `also` is changed in the same step.
 *
 * @throws {ApiError} as {@link askLinks}
 */
export async function filterByCall(
  { filter, ...call }: NumberOfCall,
  client: QueryClient,
  { instance, change }: Pick<ViewInHand, "instance" | "change">,
  also?: ViewChange,
): Promise<void> {
  const { numbers } = await askLinks(client, { instance, ...call });
  const token = numbers[call.side]?.token;
  change(({ criteria }) => ({
    ...also,
    criteria: withCriterion(withoutOverriding(criteria), filter, token),
  }));
}
