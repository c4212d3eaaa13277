import { useState } from "react";

interface HeldError<E> {
  readonly of: unknown;
  readonly error: E;
}

/**
 * The error of a question until it is answered: one that is asked again forgets it at once, and with
 * it the button that asked would vanish under the finger.
 *
 * @param of what is asked, by its text or its identity; the error of another question says nothing
 */
export function useHeldError<E>(
  of: unknown,
  error: E | null | undefined,
  isAnswered: boolean,
): E | undefined {
  const [held, setHeld] = useState<HeldError<E>>();
  if (error && (held?.error !== error || held.of !== of)) setHeld({ of, error });
  else if (held !== undefined && !error && (isAnswered || held.of !== of)) setHeld(undefined);
  return error ?? (held !== undefined && held.of === of && !isAnswered ? held.error : undefined);
}
