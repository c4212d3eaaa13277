import { useState } from "react";
import { readPage } from "./read-page.ts";

interface PageDraft {
  /** What the field shows. */
  readonly text: string;
  /** Whether that names no page. */
  readonly isBad: boolean;
  readonly type: (text: string) => void;
  /** Goes to the page that is named; what names none stays. */
  readonly commit: () => void;
  readonly drop: () => void;
}

/** The number of a page in the making. Rows that scroll by meanwhile do not take it away. */
export function usePageDraft(
  page: number,
  pages: number,
  onPage: (page: number) => void,
): PageDraft {
  const [draft, setDraft] = useState<{ readonly text: string; readonly isSent: boolean }>();
  const [followed, setFollowed] = useState(page);
  if (followed !== page) {
    setFollowed(page);
    // It has been gone to.
    if (draft?.isSent === true) setDraft(undefined);
  }
  const wanted = draft && readPage(draft.text, pages);
  return {
    text: draft?.text ?? String(page),
    isBad: draft !== undefined && draft.text.trim() !== "" && wanted === undefined,
    type: (text) => setDraft({ text, isSent: false }),
    commit: () => {
      if (draft === undefined || draft.isSent) return;
      if (draft.text.trim() === "" || wanted === page) setDraft(undefined);
      else if (wanted !== undefined) {
        setDraft({ text: String(wanted), isSent: true });
        onPage(wanted);
      }
    },
    drop: () => setDraft(undefined),
  };
}
