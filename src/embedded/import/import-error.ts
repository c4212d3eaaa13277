import type { BadRecords } from "./record-file.ts";

/** Files that cannot be imported, in words for whoever named them. Nothing was changed. */
export class ImportError extends Error {
  readonly badRecords: BadRecords | undefined;

  constructor(
    message: string,
    options: { readonly badRecords?: BadRecords; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "ImportError";
    this.badRecords = options.badRecords;
  }
}
