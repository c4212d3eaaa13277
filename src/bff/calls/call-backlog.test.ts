import { expect, test } from "vitest";
import { createCallBacklog } from "./call-backlog.ts";
import { PURPOSES, type Purpose } from "./call-reader.ts";

/** A backlog of a server with ten places, whose calls take 100 ms. */
function open(longestWaitMs = 8_000) {
  const refused: Purpose[] = [];
  const reasons = new Set<string>();
  const backlog = createCallBacklog({
    places: { all: 10, rowsOfOne: () => 5 },
    longestWaitMs,
    onRefused(purpose, reason) {
      refused.push(purpose);
      reasons.add(reason);
    },
  });
  backlog.noteCall(100);
  const enter = (purpose: Purpose, reader: string, times: number, bytes = 0) =>
    Array.from({ length: times }, () => backlog.enter(purpose, { reader, bytes }));
  const admits = (reader: string, bytes = 0) =>
    PURPOSES.filter((purpose) => {
      try {
        backlog.admit(purpose, { reader, bytes });
        return true;
      } catch {
        return false;
      }
    });
  return { backlog, refused, reasons, enter, admits };
}

test("the more waits the more is refused: the histogram first, then facets, rows last", () => {
  const { enter, admits, refused, reasons } = open();
  expect(admits("reader")).toEqual([...PURPOSES]);
  // Ten places end 100 calls a second: 8 s are 800 of them.
  for (let index = 0; index < 220; index += 1) enter("rows", `reader ${index}`, 1);
  expect(admits("reader")).toEqual(["rows", "facets"]);
  for (let index = 220; index < 440; index += 1) enter("rows", `reader ${index}`, 1);
  expect(admits("reader")).toEqual(["rows"]);
  for (let index = 440; index < 900; index += 1) enter("rows", `reader ${index}`, 1);
  expect(admits("reader")).toEqual([]);
  expect(refused.filter((purpose) => purpose !== "export")).toEqual([
    "histogram",
    "facets",
    "histogram",
    "rows",
    "facets",
    "histogram",
  ]);
  expect([...reasons]).toEqual(["wait"]);
});

test("a reader who asks for a lot is refused, and one who asks for little is not", () => {
  const { enter, admits } = open();
  const waiting = enter("rows", "many", 900);
  expect(admits("many")).toEqual([]);
  expect(admits("little")).toContain("rows");
  for (const leave of waiting) leave();
  expect(admits("many")).toEqual([...PURPOSES]);
});

test("counts of one reader who is alone are not refused, however many they are and however slow", () => {
  const { enter, admits } = open();
  enter("facets", "alone", 2_000);
  enter("histogram", "alone", 1_000);
  expect(admits("alone")).toEqual([...PURPOSES]);
  // An export would come behind all of them.
  expect(admits("other")).toEqual(["rows", "facets", "histogram"]);
  // Of others each has as much in front as one asks at once.
  for (let index = 0; index < 10; index += 1) enter("facets", `reader ${index}`, 64);
  expect(admits("alone")).toEqual(["rows"]);
});

test("rows of one reader wait for the places that one may have, however many there are", () => {
  const { enter, admits } = open();
  // Five places end 50 calls a second: 8 s are 400 of them.
  enter("rows", "many", 400);
  expect(admits("many")).toContain("rows");
  enter("rows", "many", 1);
  expect(admits("many")).not.toContain("rows");
});

test("a refusal says when to come again, in some seconds", () => {
  const { backlog, enter } = open(1_000);
  enter("rows", "many", 500);
  expect(() => backlog.admit("rows", { reader: "many", bytes: 0 })).toThrow(
    expect.objectContaining({
      code: "server_busy",
      parts: expect.objectContaining({ retryAfterMs: 10_000 }),
    }),
  );
});

test("what waits is bounded by what it holds in memory, for one reader and for all", () => {
  const { enter, admits, reasons } = open(Infinity);
  enter("facets", "long", 79, 400_000);
  expect(admits("long", 400_000)).toEqual(["rows"]);
  enter("facets", "long", 1, 400_000);
  expect(admits("long", 400_000)).toEqual([]);
  expect(admits("other", 400_000)).toContain("rows");
  enter("facets", "longer", 80, 400_000);
  expect(admits("other", 400_000)).toEqual([]);
  expect([...reasons]).toEqual(["memory"]);
});

test("what has left is not counted twice, and one call that hangs says little of the others", () => {
  const { backlog, enter, admits } = open();
  const [leave] = enter("rows", "reader", 1);
  leave?.();
  leave?.();
  enter("rows", "reader", 150);
  backlog.noteCall(60_000);
  expect(admits("reader")).toContain("rows");
});

test("what questions hold counts as memory, and not as something that waits", () => {
  const { backlog, admits } = open();
  const letGo = backlog.hold({ reader: "reader", bytes: 31_000_000 });
  expect(backlog.waiting("facets")).toBe(0);
  expect(admits("reader", 400_000)).toEqual(["rows"]);
  letGo();
  letGo();
  expect(admits("reader", 400_000)).toEqual([...PURPOSES]);
});
