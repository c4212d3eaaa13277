import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { knownNumbers, useKnownNumbers } from "#app/api/known-numbers.ts";
import { sessionQuery } from "#app/api/session-query.ts";
import { instanceOf, withTokens } from "#app/view/addressed-view.ts";
import { ownView } from "#app/view/within-scope.ts";
import { coreSearch } from "#contract/view/core-view.ts";
import { readView } from "#contract/view/view-codec.ts";
import type { View } from "#contract/view/view.ts";

/**
 * What a view is by, wherever in it one is: equal for views that show this reader the same, whether or not they
 * name their instance, and by whichever token of a number.
 */
export function useCoreOf(): (search: string) => string {
  const session = useSuspenseQuery(sessionQuery()).data;
  const client = useQueryClient();
  // For those who draw by it: of a number that is told meanwhile the token may be another's.
  useKnownNumbers();
  return useCallback(
    (search) => {
      const { view } = readView(new URLSearchParams(search));
      const own = withTokens(ownView(view, session), session, knownNumbers(client));
      const instance = instanceOf(own, session);
      const core: View = { ...own, ...(instance !== undefined && { instance }) };
      return coreSearch(core);
    },
    [session, client],
  );
}
