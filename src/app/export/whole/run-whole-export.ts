import pRetry from "p-retry";
import { ApiError, isBusy, isLapse } from "#app/api/api-error.ts";
import type { ExportPart } from "#contract/api/read-frames.ts";
import type { ExportFrame } from "#contract/api/whole-export.ts";
import { createExportPace } from "./export-pace.ts";
import { createFilePieces } from "./file-pieces.ts";

type Framed<Name extends string> =
  Extract<ExportFrame, Record<Name, unknown>> extends infer Frame
    ? Frame extends Record<Name, infer Told>
      ? Told
      : never
    : never;

export type ExportStart = Framed<"start">;
export type ExportEnd = Framed<"end">;

/**
 * `asking` until the server says what it is going to write · `reading` · `queued` others of the reader, or of
 * everybody, are exported first · `waiting` the connection is lost, and it goes on by itself · `signed-out` it goes on
 * once somebody is signed in · `reason` one is asked for · `stopped` it goes on when it is told to, if it can · `done`
 * the file is there, whole or not.
 */
export type ExportStage =
  | { readonly is: "asking" | "reading" | "queued" | "waiting" | "signed-out" | "reason" }
  | { readonly is: "stopped"; readonly error: unknown }
  | { readonly is: "done"; readonly file: Blob; readonly end: ExportEnd };

/** How far an export is. */
export interface ExportState {
  readonly stage: ExportStage;
  /** Absent until the server has said it. */
  readonly start: ExportStart | undefined;
  readonly written: number;
  /** Records a second; undefined while that cannot be told. */
  readonly rate: number | undefined;
}

/** What is asked beside the view. */
export interface ExportAsk {
  readonly reason: string | undefined;
  /** Where it goes on. */
  readonly after: string | undefined;
}

export interface WholeExportDeps {
  /** @throws {ApiError} at once, or on the way */
  readonly read: (ask: ExportAsk, signal: AbortSignal) => AsyncIterable<ExportPart>;
  readonly tell: (state: ExportState) => void;
  /** Says that nobody is signed in, and resolves once somebody is. */
  readonly signedIn: (signal: AbortSignal) => Promise<void>;
  /** ms, of a clock that runs evenly */
  readonly clock: () => number;
  /** Before the first try to go on, ms: each further one waits twice as long. */
  readonly firstDelayMs?: number;
}

export interface WholeExportRun {
  /** Begins, or goes on where it stopped. */
  go(reason?: string): void;
  cancel(): void;
}

const TRIES = 6;
const LONGEST_DELAY_MS = 30_000;
/** Whether it is its turn is asked as seldom as nobody minds, in first delays. */
const ASKED_AGAIN = 5;

export const NOTHING_YET: ExportState = {
  stage: { is: "asking" },
  start: undefined,
  written: 0,
  rate: undefined,
};

/** Reads one export to its end, from the last complete slice wherever it was interrupted. */
export function createWholeExportRun(deps: WholeExportDeps): WholeExportRun {
  const { read, tell, signedIn, clock, firstDelayMs = 1000 } = deps;
  const cancelled = new AbortController();
  const { signal } = cancelled;
  const pieces = createFilePieces();
  const pace = createExportPace();
  let state = NOTHING_YET;
  let reason: string | undefined;
  /** The last complete slice, and how many records were written by then. */
  let kept: { readonly after: string; readonly written: number } | undefined;

  function change(changes: Partial<ExportState>) {
    if (signal.aborted) return;
    state = { ...state, ...changes };
    tell(state);
  }
  function startOver() {
    kept = undefined;
    pieces.clear();
  }
  function backToSlice() {
    pieces.back();
    pace.restart();
    change({ written: kept?.written ?? 0, rate: undefined });
  }

  async function readOn(): Promise<void> {
    backToSlice();
    for await (const part of read({ reason, after: kept?.after }, signal)) {
      if ("piece" in part) pieces.add(part.piece);
      else if ("start" in part) begin(part.start);
      else if ("end" in part) return finish(part.end);
      else if ("problem" in part) throw new ApiError(part.problem.code, part.problem);
      else {
        const { written } = part;
        if ("after" in part) {
          pieces.keep();
          kept = { after: part.after, written };
        }
        change({ written, rate: pace.note({ at: clock(), written }) });
      }
    }
    throw new ApiError("network");
  }
  function begin(start: ExportStart) {
    // It would be another file from there on.
    if (start.written !== (kept?.written ?? 0)) throw new ApiError("bad_reply");
    pace.note({ at: clock(), written: start.written });
    change({ stage: { is: "reading" }, start, written: start.written });
  }
  function finish(end: ExportEnd) {
    const file = pieces.file(state.start?.type ?? "");
    change({ stage: { is: "done", file, end }, written: end.written, rate: undefined });
  }

  /** Tries again with growing delays, as long as nothing comes. */
  async function readPatiently(): Promise<void> {
    const from = kept;
    const isToTry = (error: unknown) => goesOnByItself(error) && kept === from;
    await pRetry(readOn, {
      retries: TRIES,
      minTimeout: firstDelayMs,
      maxTimeout: LONGEST_DELAY_MS,
      signal,
      shouldRetry: ({ error }) => isToTry(error),
      onFailedAttempt: ({ error }) => {
        if (isToTry(error)) change({ stage: { is: "waiting" }, rate: undefined });
      },
    });
  }

  async function run(): Promise<void> {
    for (;;) {
      const from = kept;
      try {
        return await readPatiently();
      } catch (error) {
        if (signal.aborted) return undefined;
        if (error instanceof ApiError && isBusy(error)) {
          // Its turn may come in a second or in an hour, and nobody needs to say again that they want it.
          change({ stage: { is: "queued" }, rate: undefined });
          await new Promise((resolve) => setTimeout(resolve, ASKED_AGAIN * firstDelayMs));
          if (signal.aborted) return undefined;
        } else if (error instanceof ApiError && isLapse(error)) {
          change({ stage: { is: "signed-out" }, rate: undefined });
          await signedIn(signal);
          if (signal.aborted) return undefined;
          change({ stage: { is: "waiting" } });
        } else if (from !== undefined && isForgotten(error)) startOver();
        // What has brought a slice was worth it.
        else if (!goesOnByItself(error) || kept === from) return stop(error);
      }
    }
  }
  function stop(error: unknown) {
    backToSlice();
    const needsReason = error instanceof ApiError && error.code === "export_reason_needed";
    change({ stage: needsReason ? { is: "reason" } : { is: "stopped", error } });
  }

  return {
    go(given = reason) {
      reason = given;
      change({ stage: { is: "asking" } });
      void run();
    },
    cancel: () => cancelled.abort(),
  };
}

/** The connection is lost. */
function goesOnByItself(error: unknown): boolean {
  return error instanceof ApiError && error.code === "network";
}

/** The server does not know any more where it was, for it runs with other keys. */
function isForgotten(error: unknown): boolean {
  return error instanceof ApiError && error.problem.field === "after";
}
