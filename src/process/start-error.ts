/** Why a process does not start, in words for whoever started it: printed without a stack. */
export class StartError extends Error {
  override readonly name = "StartError";
}
