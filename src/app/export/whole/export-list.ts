import { ApiError, isFinal } from "#app/api/api-error.ts";
import { useTold, type Told } from "#app/api/told.ts";
import type { WholeFormat } from "#contract/api/whole-export.ts";
import type { ExportState } from "./run-whole-export.ts";

/** What is exported, as what, and how it is called on the screen. */
export interface WholeExportRequest {
  /** The view as the end of a link, its range in instants. */
  readonly search: string;
  readonly format: WholeFormat;
  readonly locale: string;
  readonly title: string;
  /** The same by start time, which goes further; absent where it is in that order. */
  readonly byStart: WholeExportRequest | undefined;
}

/** An export that is under way, or of which the reader has not seen the end. */
export interface WholeExport extends ExportState {
  readonly id: number;
  readonly request: WholeExportRequest;
  readonly goOn: (reason?: string) => void;
  /** Saves the file, also once more. */
  readonly save: () => void;
  /** Takes it off the screen; what still runs ends. */
  readonly remove: () => void;
}

/** The latest first. They go with the reader: the next has none of them, and none of them goes on. */
export const EXPORTS: Told<readonly WholeExport[]> = { name: ["whole-exports"], nothing: [] };

export const useWholeExports = (): readonly WholeExport[] => useTold(EXPORTS);

/** Whether closing the page loses something of it. */
export function isUnfinished({ stage }: ExportState): boolean {
  if (stage.is === "done") return stage.end.incomplete !== null;
  return !(stage.is === "stopped" && isHopeless(stage.error));
}

/** Whether going on leads nowhere. */
export function isHopeless(error: unknown): boolean {
  return error instanceof ApiError && isFinal(error);
}
