import { createContext, use, useState } from "react";

/** Texts in the making, by where they are typed, each with the value that it began as. */
export interface Drafts {
  readonly kept: Map<string, { readonly text: string; readonly of: string }>;
  readonly path: string;
}

/** See {@link DraftScope}. */
export const DraftsContext = createContext<Drafts | undefined>(undefined);

/**
 * A text in the making that begins as `value`, and does so again whenever that becomes another. Within a
 * {@link DraftScope} it outlasts its field: drawn again, perhaps elsewhere, the field goes on with it.
 *
 * @param name tells it from others of its scope
 */
export function useDraft(value: string, name: string): readonly [string, (draft: string) => void] {
  const drafts = use(DraftsContext);
  const place = `${drafts?.path ?? ""}/${name}`;
  const [draft, setDraft] = useState(() => {
    const kept = drafts?.kept.get(place);
    return kept?.of === value ? kept.text : value;
  });
  const [followed, setFollowed] = useState(value);
  if (followed !== value) {
    setFollowed(value);
    // Done twice it is the same: drawing may be begun anew.
    drafts?.kept.delete(place);
    setDraft(value);
  }
  function change(text: string) {
    drafts?.kept.set(place, { text, of: value });
    setDraft(text);
  }
  return [draft, change];
}
