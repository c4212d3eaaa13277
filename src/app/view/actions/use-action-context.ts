import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { sessionQuery } from "#app/api/session-query.ts";
import { usePinnedLink } from "#app/view/use-pinned-link.ts";
import { useView } from "#app/view/use-view.tsx";
import type { Words } from "#labels/field-text.ts";
import type { CellContext } from "./cell-action.ts";
import { mayFilterByOf } from "./may-filter-by.ts";

/** What actions read besides the value that they are about. */
export function useActionContext(words: Words): CellContext {
  const { view } = useView();
  const pinnedLink = usePinnedLink();
  const session = useSuspenseQuery(sessionQuery()).data;
  return useMemo(
    () => ({
      view,
      words,
      mayFilterBy: mayFilterByOf(session),
      seesNumbers: session.rights.numbers === "full",
      rowLink: (record) => pinnedLink({ record }),
    }),
    [view, words, session, pinnedLink],
  );
}
