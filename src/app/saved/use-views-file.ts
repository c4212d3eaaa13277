import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sessionQuery } from "#app/api/session-query.ts";
import { useSavedWords } from "#app/i18n/use-saved-words.ts";
import { saveFile } from "#app/ui/save-file.ts";
import { useSay } from "#app/ui/use-say.tsx";
import {
  LARGEST_FILE,
  readViewsFile,
  writeViewsFile,
  type SavedView,
} from "#contract/view/saved-views.ts";
import { changeKeptViews, keptNow } from "./kept-store.ts";
import { mergeViews, sameNames, type SameName } from "./kept-views.ts";
import { sealedSearch } from "./sealed-search.ts";

export interface ViewsFile {
  /** Saves one's own views as a file. */
  readonly write: () => void;
  readonly read: (file: File) => Promise<void>;
  /** What came and has the names of other views, of which the reader is asked. */
  readonly asked: readonly SavedView[] | undefined;
  /** Undefined: none of the file comes in. */
  readonly answer: (sameName: SameName | undefined) => void;
  /** What is wrong with the file that was read last. */
  readonly fault: string | undefined;
}

/** Views into a file and out of one. */
export function useViewsFile(): ViewsFile {
  const words = useSavedWords();
  const say = useSay();
  const client = useQueryClient();
  const session = useSuspenseQuery(sessionQuery()).data;
  const [coming, setComing] = useState<readonly SavedView[]>();
  const [fault, setFault] = useState<string>();

  function merge(views: readonly SavedView[], sameName: SameName) {
    let count = 0;
    const isKept = changeKeptViews((kept) => {
      const merged = mergeViews(kept, views, sameName, () => crypto.randomUUID());
      count = merged.count;
      return merged.kept;
    });
    if (isKept) say("success", words.imported(count), "saved");
    else say("error", words.full, "saved");
  }

  async function viewsOf(file: File): Promise<readonly SavedView[] | string> {
    if (file.size > LARGEST_FILE) return words.fault.size;
    const { faults, ...read } = readViewsFile(await file.text());
    const [first] = faults ?? [];
    if (first !== undefined)
      return first.message === undefined
        ? words.fault.json(first.place)
        : words.fault.place(first.place);
    const views = "views" in read ? read.views : [];
    try {
      const sealed = views.map(async ({ name, view }) => ({
        name,
        view: await sealedSearch(view, session, client),
      }));
      return await Promise.all(sealed);
    } catch {
      return words.fault.seal;
    }
  }

  return {
    write: () => {
      const blob = new Blob([writeViewsFile(keptNow().views)], { type: "application/json" });
      saveFile(blob, `${words.fileName}.json`);
    },
    async read(file) {
      const views = await viewsOf(file);
      setFault(typeof views === "string" ? views : undefined);
      setComing(undefined);
      if (typeof views === "string") return;
      if (sameNames(keptNow(), views).length > 0) setComing(views);
      else merge(views, "both");
    },
    asked: coming && sameNames(keptNow(), coming),
    answer(sameName) {
      if (coming && sameName !== undefined) merge(coming, sameName);
      setComing(undefined);
    },
    fault,
  };
}
