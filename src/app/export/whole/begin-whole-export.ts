import type { QueryClient } from "@tanstack/react-query";
import { lapseOver } from "#app/api/lapse-over.ts";
import { tellLapse } from "#app/api/lapse.ts";
import { tell, toldSoFar } from "#app/api/told.ts";
import { saveFile } from "#app/ui/save-file.ts";
import { WHOLE_EXPORT_ROUTE } from "#contract/api/whole-export.ts";
import { EXPORTS, type WholeExport, type WholeExportRequest } from "./export-list.ts";
import { readParts } from "./read-parts.ts";
import { createWholeExportRun, NOTHING_YET, type ExportAsk } from "./run-whole-export.ts";

let lastId = 0;

/** Begins an export beside those that are under way. */
export function beginWholeExport(client: QueryClient, request: WholeExportRequest): void {
  const id = (lastId += 1);
  const find = () => toldSoFar(client, EXPORTS).find((one) => one.id === id);
  const run = createWholeExportRun({
    read: (ask, signal) => readParts(pathOf(request, ask), signal),
    tell(state) {
      // Another reader is signed in by now.
      if (find() === undefined) return run.cancel();
      tell(client, EXPORTS, (known) =>
        known.map((one) => (one.id === id ? { ...one, ...state } : one)),
      );
      if (state.stage.is === "done" && state.stage.end.incomplete === null) save();
      return undefined;
    },
    async signedIn(signal) {
      tellLapse(client, "lapsed");
      await lapseOver(client, signal);
    },
    clock: () => performance.now(),
  });
  function save() {
    const { stage, start } = find() ?? NOTHING_YET;
    if (stage.is === "done" && start !== undefined) saveFile(stage.file, start.name);
  }
  const begun: WholeExport = {
    ...NOTHING_YET,
    id,
    request,
    goOn: run.go,
    save,
    remove() {
      run.cancel();
      tell(client, EXPORTS, (known) => known.filter((one) => one.id !== id));
    },
  };
  tell(client, EXPORTS, (known) => [begun, ...known]);
  run.go();
}

function pathOf({ search, format, locale }: WholeExportRequest, ask: ExportAsk): string {
  const params = new URLSearchParams({ format, locale, frames: "1" });
  if (ask.reason !== undefined) params.set("reason", ask.reason);
  if (ask.after !== undefined) params.set("after", ask.after);
  return `${WHOLE_EXPORT_ROUTE}${search}&${params.toString()}`;
}
