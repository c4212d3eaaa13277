import { useEffect, useRef, useSyncExternalStore } from "react";
import { useLabels } from "#app/i18n/use-labels.ts";
import { useSavedWords } from "#app/i18n/use-saved-words.ts";
import { takesText } from "#app/ui/screen-key.ts";
import { useSay } from "#app/ui/use-say.tsx";
import { locationSearch, OPENED_SEARCH, subscribeToLocation } from "#app/view/location-store.ts";
import { useOpenView } from "#app/view/use-open-view.ts";
import { clearNumbers } from "#contract/filter/sealed-number.ts";
import { coreSearch, coreView } from "#contract/view/core-view.ts";
import { readView, viewSearch } from "#contract/view/view-codec.ts";
import { noteRecent } from "./kept-store.ts";
import { beginTrail, noteChange, redo, undo, type Trail } from "./view-trail.ts";
import { changedWords } from "./view-words.ts";

/** What is passed by in less is not looked at, ms. */
const LOOKED_AT_MS = 2_000;

// What was changed before this code was here can be undone too, by whoever opened the page.
let opened: string | undefined = OPENED_SEARCH;

/** The view that the page was opened with; once, and not where a number that was not sealed stood in it. */
function takeOpened(): string | undefined {
  const view = opened === undefined ? undefined : viewOf(opened);
  opened = undefined;
  return view && clearNumbers(view.criteria).length === 0 ? coreSearch(view) : undefined;
}

/** A list takes letters, but there is nothing typed in it to undo. */
const isField = (on: HTMLElement) => takesText(on) && on.localName !== "select";

const viewOf = (search: string) => readView(new URLSearchParams(search)).view;

/**
 * Notes the views that are looked at, and takes changes back: Ctrl+Z goes to the view before as a new step of the
 * browser's history, so that Back still leads to where one was.
 */
export function useViewKeeping(): void {
  const search = useSyncExternalStore(subscribeToLocation, locationSearch);
  const core = coreSearch(viewOf(search));
  const trail = useRef<Trail<string>>(undefined);
  const openView = useOpenView();
  const say = useSay();
  const labels = useLabels();
  const words = useSavedWords();

  useEffect(() => {
    trail.current ??= beginTrail(takeOpened() ?? core);
    if (trail.current.now !== core) trail.current = noteChange(trail.current, core);
    // A link of before holds a number for as long as it takes to seal it.
    if (clearNumbers(viewOf(core).criteria).length > 0) return undefined;
    const note = () => noteRecent(core);
    const timer = setTimeout(note, LOOKED_AT_MS);
    addEventListener("pagehide", note);
    return () => {
      clearTimeout(timer);
      removeEventListener("pagehide", note);
    };
  }, [core]);

  useEffect(() => {
    function go(step: "undo" | "redo") {
      const before = trail.current;
      const next = before && (step === "undo" ? undo(before) : redo(before));
      if (before === undefined || next === undefined)
        return say("info", step === "undo" ? words.nothingToUndo : words.nothingToRedo, "undo");
      trail.current = next;
      const { record, position, beside } = viewOf(locationSearch());
      const view = viewOf(next.now);
      const isSameInstance = view.instance === viewOf(before.now).instance;
      const open = {
        ...(record !== undefined && { record }),
        ...(position !== undefined && { position }),
        ...(beside !== undefined && { beside }),
      };
      openView(viewSearch({ ...coreView(view), ...(isSameInstance && open) }));
      const changed = changedWords(viewOf(before.now), view, labels, {
        instance: labels.app.instance,
        sort: words.sort,
        columns: words.columns,
        compare: words.compare,
        level: words.level,
        chart: words.chart,
      });
      const what = changed.join(words.between);
      say("info", step === "undo" ? words.undone(what) : words.redone(what), "undo");
    }
    function onKeyDown(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented } = event;
      if (key.toLowerCase() !== "z" || ctrlKey === metaKey || altKey || defaultPrevented) return;
      const on = document.activeElement;
      // In a field the browser undoes what is typed; a dialog over all else is not about the view.
      if (on instanceof HTMLElement && (isField(on) || on.closest(".ant-modal, [role=menu]")))
        return;
      event.preventDefault();
      go(shiftKey ? "redo" : "undo");
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [openView, say, labels, words]);
}
