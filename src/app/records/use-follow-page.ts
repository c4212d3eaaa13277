import { useCallback, useEffect, useRef } from "react";
import { useView } from "#app/view/use-view.tsx";
import { recordsPath } from "#contract/api/first-paths.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import type { View } from "#contract/view/view.ts";
import { pageInView, type Viewport } from "./list/viewport.ts";

/** Long enough that no step of the history is written while the reader still scrolls. */
const IDLE_MS = 250;

const listPath = (view: View) => recordsPath({ view: { ...view, page: 1 }, size: PAGE_SIZE });

/**
 * Once scrolling has come to rest, the address names the page in view, so that a link leads there.
 * What it returns writes it at once, for who is about to leave for another step of the history.
 */
export function useFollowPage(viewport: Viewport, list: string): () => void {
  const { view, problems, addressed, change } = useView();
  const { page } = view;
  const shown = listPath(view);
  // The reader has yet to see what was wrong with the address.
  const isRead = problems.length === 0;
  const flush = useRef<() => void>(undefined);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      clearTimeout(timer);
      const seen = viewport.get();
      if (seen?.list !== list || !isRead || listPath(addressed()) !== shown) return;
      const now = pageInView(seen);
      if (now !== page) change({ page: now }, "replace");
    };
    flush.current = follow;
    const unsubscribe = viewport.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(follow, IDLE_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [viewport, list, shown, page, isRead, addressed, change]);
  return useCallback(() => flush.current?.(), []);
}
