import { useState } from "react";
import type { ApiError } from "#app/api/api-error.ts";

interface HeldError {
  readonly of: string;
  readonly error: ApiError;
}

/**
 * The error of a question until it is answered: one that is asked again forgets it at once, and with
 * it the button that asked would vanish under the finger.
 *
 * @param of what is asked; the error of another question says nothing
 */
export function useHeldError(
  of: string,
  error: ApiError | null | undefined,
  isAnswered: boolean,
): ApiError | null {
  const [held, setHeld] = useState<HeldError>();
  if (error && (held?.error !== error || held.of !== of)) setHeld({ of, error });
  else if (held !== undefined && !error && (isAnswered || held.of !== of)) setHeld(undefined);
  return error ?? (held?.of === of && !isAnswered ? held.error : null);
}
