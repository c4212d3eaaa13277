import { useSuspenseQuery } from "@tanstack/react-query";
import { sessionQuery } from "#app/api/session-query.ts";
import { useExportWords } from "#app/i18n/use-export-words.ts";
import { isolate } from "#app/ui/isolate.ts";
import { useSay } from "#app/ui/use-say.tsx";
import { navigate } from "#app/view/location-store.ts";
import { pinInstant } from "#contract/time/time-range.ts";

interface OpenFile {
  /** Opens the view that a file was made of, or says why not. */
  open(files: readonly File[]): Promise<void>;
  /** Lets the reader choose one. */
  choose(): void;
}

export function useOpenFile(): OpenFile {
  const t = useExportWords();
  const say = useSay();
  const { now } = useSuspenseQuery(sessionQuery()).data;

  async function open([file, ...more]: readonly File[]) {
    if (file === undefined) return;
    if (more.length > 0) return say("error", t("opening.several"), "open-file");
    const name = isolate(file.name);
    try {
      const code = await import("./file-view.ts");
      const search = await code.fileView(file);
      if (search === undefined) return say("error", t("opening.foreign", { name }), "open-file");
      // As any link: what of it cannot be used is said above the rows.
      navigate(search, pinInstant(now()), "push");
      say("success", t("opening.opened", { name }), "open-file");
    } catch {
      say("error", t("opening.unreadable", { name }), "open-file");
    }
  }
  function choose() {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".csv,.xlsx";
    input.addEventListener("change", () => void open([...(input.files ?? [])]));
    input.click();
  }
  return { open, choose };
}
