import { timingSafeEqual } from "node:crypto";

/**
 * Compares two texts in the same time wherever they differ, so that timing gives no prefix of a
 * signature away. Their lengths are no secret.
 *
 * Authority: https://nodejs.org/api/crypto.html#cryptotimingsafeequala-b
 */
export function isSameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** A key with a token takes that token alone; a key without one takes none. */
export function isSameToken(received: string | undefined, known: string | undefined): boolean {
  if (received === undefined || known === undefined) return received === known;
  return isSameText(received, known);
}
