/** Where one is among the buckets, and how far a selection goes from there. */
export interface BucketCursor {
  readonly at: number;
  /** The other end of a selection. */
  readonly anchor?: number;
}

/** The buckets that are meant, both ends inclusive. */
export function spanOf({ at, anchor = at }: BucketCursor): readonly [first: number, last: number] {
  return [Math.min(at, anchor), Math.max(at, anchor)];
}

/** A cursor on buckets that have become fewer. */
export function within(cursor: BucketCursor, count: number): BucketCursor {
  const at = Math.min(cursor.at, count - 1);
  if (cursor.anchor === undefined) return at === cursor.at ? cursor : { at };
  const anchor = Math.min(cursor.anchor, count - 1);
  return at === cursor.at && anchor === cursor.anchor ? cursor : { at, anchor };
}

/**
 * The cursor after a key: arrows, Home and End move it, with Shift they extend a selection, Escape
 * gives that up and then the cursor itself. Undefined: this key is none of its own.
 */
export function cursorAfterKey(
  cursor: BucketCursor | undefined,
  key: string,
  isExtending: boolean,
  count: number,
): { readonly cursor: BucketCursor | undefined } | undefined {
  if (key === "Escape") {
    if (cursor === undefined) return undefined;
    return { cursor: cursor.anchor === undefined ? undefined : { at: cursor.at } };
  }
  const to = targetOf(key, cursor, count);
  if (to === undefined) return undefined;
  const at = Math.max(0, Math.min(count - 1, to));
  if (!isExtending || cursor === undefined) return { cursor: { at } };
  return { cursor: { at, anchor: cursor.anchor ?? cursor.at } };
}

function targetOf(key: string, cursor: BucketCursor | undefined, count: number) {
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return cursor === undefined ? 0 : cursor.at + 1;
    case "ArrowLeft":
    case "ArrowDown":
      return cursor === undefined ? count - 1 : cursor.at - 1;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
