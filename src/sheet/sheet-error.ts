/** Why no sheet could be made. `too_large`: the file would be larger than readers of it can take. */
export type SheetErrorCode = "too_large";

export class SheetError extends Error {
  readonly code: SheetErrorCode;

  constructor(code: SheetErrorCode) {
    super(`The sheet could not be made: ${code}`);
    this.name = "SheetError";
    this.code = code;
  }
}
