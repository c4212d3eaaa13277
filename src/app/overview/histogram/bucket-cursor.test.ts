import { expect, test } from "vitest";
import { cursorAfterKey, spanOf, within, type BucketCursor } from "./bucket-cursor.ts";

const after = (cursor: BucketCursor | undefined, ...keys: string[]) =>
  keys.reduce<BucketCursor | undefined>((now, pressed) => {
    const key = pressed.replace("Shift+", "");
    const step = cursorAfterKey(now, key, key !== pressed, 10);
    return step === undefined ? now : step.cursor;
  }, cursor);

test("arrows walk from bucket to bucket and stop at the ends", () => {
  expect(after({ at: 4 }, "ArrowRight", "ArrowRight", "ArrowLeft")).toEqual({ at: 5 });
  expect(after({ at: 8 }, "ArrowRight", "ArrowRight", "ArrowRight")).toEqual({ at: 9 });
  expect(after({ at: 1 }, "ArrowLeft", "ArrowLeft")).toEqual({ at: 0 });
  expect(after({ at: 4 }, "Home")).toEqual({ at: 0 });
  expect(after({ at: 4 }, "End")).toEqual({ at: 9 });
});

test("without a cursor an arrow comes in from its own side", () => {
  expect(after(undefined, "ArrowRight")).toEqual({ at: 0 });
  expect(after(undefined, "ArrowLeft")).toEqual({ at: 9 });
});

test("with Shift a selection grows and shrinks, without it is left", () => {
  const grown = after({ at: 4 }, "Shift+ArrowRight", "Shift+ArrowRight");
  expect(grown && spanOf(grown)).toEqual([4, 6]);
  const turned = after(grown, "Shift+Home");
  expect(turned && spanOf(turned)).toEqual([0, 4]);
  expect(after(grown, "ArrowRight")).toEqual({ at: 7 });
});

test("Escape gives up the selection first, then the cursor, and then is not for us", () => {
  expect(after({ at: 6, anchor: 4 }, "Escape")).toEqual({ at: 6 });
  expect(after({ at: 6 }, "Escape")).toBeUndefined();
  expect(cursorAfterKey(undefined, "Escape", false, 10)).toBeUndefined();
  expect(cursorAfterKey({ at: 3 }, "a", false, 10)).toBeUndefined();
});

test("where buckets become fewer the cursor stays among them", () => {
  expect(within({ at: 9, anchor: 3 }, 5)).toEqual({ at: 4, anchor: 3 });
  expect(within({ at: 9 }, 5)).toEqual({ at: 4 });
});
