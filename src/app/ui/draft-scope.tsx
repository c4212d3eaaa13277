import { use, useMemo, useState, type ReactNode } from "react";
import { DraftsContext } from "./use-draft.ts";

/**
 * Keeps what is half typed within it while its fields come and go, as those of a panel do that moves. A scope
 * within another only names its part of it.
 */
export function DraftScope({ name, children }: { name: string; children: ReactNode }) {
  const outer = use(DraftsContext);
  const [own] = useState(() => new Map());
  const kept = outer?.kept ?? own;
  const path = `${outer?.path ?? ""}/${name}`;
  const drafts = useMemo(() => ({ kept, path }), [kept, path]);
  return <DraftsContext value={drafts}>{children}</DraftsContext>;
}
