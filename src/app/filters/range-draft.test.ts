import { expect, test } from "vitest";
import { readWallClock, toWallClock } from "#app/i18n/wall-clock.ts";
import type { Ends } from "./chosen-range.ts";
import { beginDraft, settleDraft, withPicked, withTyped, type RangeDraft } from "./range-draft.ts";

const ZONE = "Asia/Shanghai";
const instant = (text: string) => Date.parse(`${text}+08:00`);
const SHOWN = { from: instant("2026-11-10T09:00:00"), to: instant("2026-11-12T11:59:59.500") };
const OPENED: Ends = [toWallClock(SHOWN.from, ZONE), toWallClock(SHOWN.to, ZONE)];
const settled = (draft: RangeDraft) => settleDraft(draft, OPENED, SHOWN, ZONE);
const begun = beginDraft(OPENED);

/** As the picker tells it: first the key, then what it reads. */
function typed(draft: RangeDraft, side: 0 | 1, text: string): RangeDraft {
  const read = readWallClock(text);
  const told = withTyped(draft, side, text);
  if (!read.isValid()) return told;
  return withPicked(told, OPENED, side === 0 ? [read, told.ends[1]] : [told.ends[0], read]);
}

test("what nobody changed is not chosen anew", () => {
  expect(settled(begun)).toEqual({ state: "unchanged" });
});

test("one end alone takes effect with the other as it was, to the millisecond", () => {
  expect(settled(typed(begun, 0, "2026-11-11 08:00:00"))).toEqual({
    state: "chosen",
    range: { from: instant("2026-11-11T08:00:00"), to: SHOWN.to },
  });
  expect(settled(typed(begun, 1, "2026-11-11 08:00:00"))).toEqual({
    state: "chosen",
    range: { from: SHOWN.from, to: instant("2026-11-11T08:00:00.999") },
  });
});

test("one end beyond the other waits for that, and both in the wrong order change places", () => {
  const later = typed(begun, 0, "2026-11-20 08:00:00");
  expect(settled(later)).toEqual({ state: "held", missing: "laterEnd" });
  expect(settled(typed(begun, 1, "2026-11-01 08:00:00"))).toEqual({
    state: "held",
    missing: "earlierStart",
  });
  expect(settled(typed(later, 1, "2026-11-15 08:00:00"))).toEqual({
    state: "chosen",
    range: { from: instant("2026-11-15T08:00:00"), to: instant("2026-11-20T08:00:00.999") },
  });
});

test("a day that is typed alone is the whole of it, and what is half typed is waited for", () => {
  const days = typed(typed(begun, 0, "2026-11-11"), 1, "2026-11-11");
  expect(settled(days)).toEqual({
    state: "chosen",
    range: { from: instant("2026-11-11T00:00:00"), to: instant("2026-11-11T23:59:59.999") },
  });
  expect(settled(typed(begun, 0, "2026-11-1"))).toEqual({ state: "held", missing: "start" });
  expect(settled(typed(begun, 1, "2026-1"))).toEqual({ state: "held", missing: "end" });
});

test("an emptied field is as if nobody had typed, and so is one that was typed whole again", () => {
  expect(settled(typed(typed(begun, 1, "2026-1"), 1, ""))).toEqual({
    state: "chosen",
    range: SHOWN,
  });
});

test("what no link can say is not taken", () => {
  expect(settled(typed(begun, 1, "2126-11-11 08:00:00"))).toEqual({
    state: "held",
    missing: "outOfReach",
  });
});

test("where clocks change, an end that is left keeps its instant, and a skipped hour holds nothing", () => {
  const zone = "America/New_York";
  const shown = {
    from: Date.parse("2026-11-01T01:30:00-05:00"),
    to: Date.parse("2026-11-01T03:00:00-05:00"),
  };
  const opened: Ends = [toWallClock(shown.from, zone), toWallClock(shown.to, zone)];
  const later = withTyped(beginDraft(opened), 1, "2026-11-01 04:00:00");
  const ends: Ends = [opened[0], readWallClock("2026-11-01 04:00:00")];
  expect(settleDraft(withPicked(later, opened, ends), opened, shown, zone)).toEqual({
    state: "chosen",
    range: { from: shown.from, to: Date.parse("2026-11-01T04:00:00.999-05:00") },
  });
  const skipped: Ends = [
    readWallClock("2026-03-08 02:00:00"),
    readWallClock("2026-03-08 02:59:59"),
  ];
  expect(
    settleDraft({ ...begun, ends: skipped, touched: [true, true] }, opened, shown, zone),
  ).toEqual({ state: "held", missing: "skipped" });
});
