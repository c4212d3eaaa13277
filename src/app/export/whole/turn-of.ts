import type { ExportWords } from "#app/i18n/use-export-words.ts";
import type { WholeExport } from "./export-list.ts";

/** How far an export is, as often as one wants to hear it: its begin, its quarters, what happens to it, its end. */
export function turnOf({ stage, start, written, request }: WholeExport, t: ExportWords): string {
  const title = `${request.format.toUpperCase()} ${request.title}`;
  switch (stage.is) {
    case "asking":
      return t("whole.said.begun", { title });
    case "reading": {
      const { total = 0 } = start ?? {};
      const quarters = Math.min(3, Math.floor((4 * written) / Math.max(1, total)));
      if (quarters === 0) return t("whole.said.begun", { title });
      return t("whole.said.quarter", { percent: String(25 * quarters), title });
    }
    case "queued":
    case "waiting":
    case "reason":
    case "stopped":
      return t(`whole.said.${stage.is}`, { title });
    case "signed-out":
      return t("whole.said.signedOut", { title });
    case "done":
      return t(stage.end.incomplete === null ? "whole.said.saved" : "whole.said.incomplete", {
        title,
      });
    default:
      return stage satisfies never;
  }
}
