import { timingSafeEqual } from "node:crypto";

/** Takes the same time wherever the texts differ, so that timing gives no prefix away. */
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
