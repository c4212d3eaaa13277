import fc from "fast-check";
import { expect, test } from "vitest";
import { COLUMN_NAMES, type Column } from "#contract/view/columns.ts";
import { columnsInView, layColumns } from "./lay-columns.ts";

const lay = (shown: readonly Column[], pinned: number, room: number, widths = {}) =>
  layColumns({
    columns: { shown, pinned },
    widths,
    ownWidth: (column) =>
      column === "talkTime"
        ? { least: 80, full: 80 }
        : { least: 120, full: column === "parties" ? 240 : 120 },
    canGrow: (column) => column !== "talkTime",
    room,
  });

test("columns stand side by side, and fill the room that there is", () => {
  const { pinned, free, width } = lay(["startTime", "talkTime", "contactType"], 1, 500);
  expect([...pinned, ...free].map((one) => [one.column, one.left, one.width])).toEqual([
    ["startTime", 0, 210],
    ["talkTime", 210, 80],
    ["contactType", 290, 210],
  ]);
  expect(width).toBe(500);
});

test("a width that was chosen is kept, whatever room there is", () => {
  const { free } = lay(["startTime", "contactType"], 0, 1000, { startTime: 60 });
  expect(free.map((one) => one.width)).toEqual([60, 940]);
});

test("spare room goes first to what would be cut, then to all words alike", () => {
  const widthsIn = (room: number) =>
    lay(["parties", "contactType", "talkTime"], 0, room).free.map((one) => one.width);
  expect(widthsIn(200)).toEqual([120, 120, 80]);
  expect(widthsIn(380)).toEqual([180, 120, 80]);
  expect(widthsIn(440)).toEqual([240, 120, 80]);
  expect(widthsIn(530)).toEqual([300, 150, 80]);
});

test("what is pinned leaves room to scroll the rest", () => {
  expect(lay(["startTime", "contactType", "contactId"], 3, 300).pinned).toHaveLength(1);
});

test("every column that is seen is among those in view, at any place of the scroll bar", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...COLUMN_NAMES), { minLength: 1 }),
      fc.nat(5),
      fc.integer({ min: 100, max: 1600 }),
      fc.nat(3000),
      (shown, pins, room, scrolled) => {
        const layout = lay(shown, Math.min(pins, shown.length), room);
        const scrollLeft = Math.min(scrolled, layout.width - room);
        const { from, to } = columnsInView(layout, scrollLeft, room);
        for (const [index, { left, width }] of layout.free.entries()) {
          const isSeen = left + width > scrollLeft + layout.pinnedWidth && left < scrollLeft + room;
          expect(!isSeen || (index >= from && index < to)).toBe(true);
        }
        expect(to - from).toBeLessThanOrEqual(Math.ceil(room / 80) + 4);
      },
    ),
  );
});
