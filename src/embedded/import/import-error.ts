import type { BadLines } from "./bad-lines.ts";

/** Files that cannot be imported, in words for whoever named them. Nothing was changed. */
export class ImportError extends Error {
  readonly badLines: BadLines | undefined;

  constructor(
    message: string,
    options: { readonly badLines?: BadLines; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "ImportError";
    this.badLines = options.badLines;
  }
}
