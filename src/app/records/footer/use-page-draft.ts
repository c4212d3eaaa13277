import { useState } from "react";
import { readPage } from "./read-page.ts";

/** `bad` a text that names no page · `past` one past the end, for which the last was taken */
export type PageNote = "bad" | "past";

interface PageDraft {
  /** What the field shows. */
  readonly text: string;
  /** Whether that names no page. */
  readonly isBad: boolean;
  /** What is to be said of it, or of what it was. */
  readonly note: PageNote | undefined;
  readonly type: (text: string) => void;
  /** Goes to the page that is named; what names none stays, to be mended. */
  readonly commit: () => void;
  /** The same, but of what names none only the note stays: a field that is left shows the page in view. */
  readonly leave: () => void;
  readonly drop: () => void;
}

/** The number of a page in the making. Rows that scroll by meanwhile do not take it away. */
export function usePageDraft(
  page: number,
  pages: number,
  onPage: (page: number) => void,
): PageDraft {
  const [draft, setDraft] = useState<{ readonly text: string; readonly isSent: boolean }>();
  const [note, setNote] = useState<PageNote>();
  const [followed, setFollowed] = useState(page);
  if (followed !== page) {
    setFollowed(page);
    // It has been gone to.
    if (draft?.isSent === true) setDraft(undefined);
    else setNote(undefined);
  }
  const wanted = draft && readPage(draft.text, pages);
  const isBad = draft !== undefined && draft.text.trim() !== "" && wanted === undefined;
  function show(text: string | undefined, of?: PageNote) {
    setDraft(text === undefined ? undefined : { text, isSent: false });
    setNote(of);
  }
  function commit() {
    if (draft === undefined || draft.isSent || isBad) return;
    show(undefined, wanted?.isPast === true ? "past" : undefined);
    if (wanted === undefined || wanted.page === page) return;
    setDraft({ text: String(wanted.page), isSent: true });
    onPage(wanted.page);
  }
  return {
    text: draft?.text ?? String(page),
    isBad,
    note: isBad ? "bad" : note,
    type: show,
    commit,
    leave: () => (isBad ? show(undefined, "bad") : commit()),
    drop: () => show(undefined),
  };
}
