import { useEffect, useSyncExternalStore } from "react";
import { useNameOf } from "#app/api/known-names.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { useArrivalsSoFar } from "#app/records/arrivals/use-arrivals.ts";
import type { Viewport } from "#app/records/list/viewport.ts";
import { useView } from "#app/view/use-view.tsx";
import type { CallSet } from "#contract/view/call-set.ts";
import { titleText } from "./title-text.ts";

interface Titled {
  readonly calls: CallSet;
  readonly total: number | undefined;
  readonly viewport: Viewport;
}

/** Keeps the title of the tab. New calls are counted in it where the list does not show them by itself. */
export function useTitle({ calls, total, viewport }: Titled): void {
  const { view, instance } = useView();
  const formats = useFormats();
  const labels = useLabels();
  const groupName = useNameOf(instance, "skill-group");
  const isHidden = useSyncExternalStore(onVisibility, () => document.visibilityState === "hidden");
  const isAway = useSyncExternalStore(viewport.subscribe, () => (viewport.get()?.first ?? 0) > 0);
  const come = useArrivalsSoFar(calls, total) ?? 0;
  const arrivals = isHidden || isAway ? come : 0;
  const title = titleText({ view, labels, formats, groupName, arrivals });
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function onVisibility(listener: () => void): () => void {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}
