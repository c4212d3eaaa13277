import type { DuckDBConnection } from "@duckdb/node-api";

/** What an import does, in this order: `copy` and `rewrite` only where a file cannot be read as it is, `explain` only where it is refused. */
export type ImportPhase = "copy" | "read" | "rewrite" | "explain" | "merge" | "sort" | "index";

/** One phase of an import, and how far it is. */
export interface ImportProgress {
  readonly phase: ImportPhase;
  /** The file that is read, as it was named. */
  readonly file?: string | undefined;
  /** Of the file. */
  readonly bytes?: number | undefined;
  /** Records of the file in all, about. */
  readonly rows?: number | undefined;
  /** From 0 to 1; undefined where nobody knows. */
  readonly fraction?: number | undefined;
}

export type OnImportProgress = (progress: ImportProgress) => void;

const EVERY_MS = 200;

/** DuckDB tells how far a statement is to whoever asks, if this is set; it would also print it. */
const SETTINGS = ["enable_progress_bar = true", "enable_progress_bar_print = false"];

export interface ProgressWatch {
  /** Tells of this phase, now and then, until the next. */
  begin(phase: ImportProgress): void;
  end(): void;
}

/** Asks the connection, while its statements run, how far they are. */
export async function watchProgress(
  connection: DuckDBConnection,
  onProgress: OnImportProgress,
): Promise<ProgressWatch> {
  for (const setting of SETTINGS) await connection.run(`SET ${setting}`);
  let current: ImportProgress | undefined;
  const tell = () => {
    if (current === undefined) return;
    const { percentage } = connection.progress;
    // Between statements and where it does not know, DuckDB says -1.
    onProgress(percentage < 0 ? current : { ...current, fraction: percentage / 100 });
  };
  const timer = setInterval(tell, EVERY_MS);
  return {
    begin(phase) {
      current = phase;
      onProgress(phase);
    },
    end: () => clearInterval(timer),
  };
}
