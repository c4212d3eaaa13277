import type { Row } from "./sheet.ts";

/**
 * Writes rows as a file, some at a time, and keeps nothing of those that it has written. What it has given at any
 * moment is a beginning of the file: another writer made of its `state` goes on from there.
 */
export interface SheetWriter {
  /** @throws SheetError `too_large` */
  write(rows: readonly Row[]): Uint8Array;
  /** Plain JSON. */
  state(): SheetState;
  /**
   * What is left of the file.
   *
   * @throws SheetError `too_large`
   */
  end(about?: AboutFile): Uint8Array;
}

/** Where a writer is. Only a writer of the same edition understands it. */
export type SheetState = Readonly<Record<string, unknown>>;

/** What a file says about itself, apart from its rows. */
export interface AboutFile {
  /** Above it. */
  readonly title: string;
  readonly lines: readonly (readonly [label: string, text: string])[];
  /** The view that it was made of, as in a link: `?instance=…`. By it a program opens the view again. */
  readonly view: string;
}

/** All of a file, of rows that are there. */
export function wholeSheet(
  writer: SheetWriter,
  rows: readonly Row[],
  about?: AboutFile,
): readonly Uint8Array[] {
  return [writer.write(rows), writer.end(about)];
}

/** Pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
