import { expect, test } from "vitest";
import { createReadingRoom } from "./reading-room.ts";

/** A room for requests of 100 bytes, of which readings may have the half. */
function open() {
  let held = 0;
  const room = createReadingRoom({
    most: 100,
    hasRoom: (bytes) => held + bytes <= 100,
    hold(bytes) {
      held += bytes;
      return () => {
        held -= bytes;
      };
    },
  });
  const begun: string[] = [];
  /** Ends or fails when it is told to. */
  function begin(reader: string, bytes: number, signal = new AbortController().signal) {
    let end = () => {};
    let fail = (_reason: Error) => {};
    let note = (_bytes: number) => {};
    const ended = room.run({ reader, bytes, signal }, (noteOne) => {
      begun.push(reader);
      note = noteOne;
      return new Promise<void>((resolve, reject) => {
        end = resolve;
        fail = reject;
      });
    });
    ended.catch(() => undefined);
    return {
      ended,
      end: () => end(),
      fail: (reason: Error) => fail(reason),
      note: (some: number) => note(some),
    };
  }
  return { begin, begun, held: () => held };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("as many are read at a time as have room, and hold nothing when they have ended", async () => {
  const { begin, begun, held } = open();
  const readings = ["a", "b", "c"].map((reader) => begin(reader, 20));
  await settled();
  expect([begun, held()]).toEqual([["a", "b"], 40]);
  readings[0]?.end();
  await settled();
  expect([begun, held()]).toEqual([["a", "b", "c"], 40]);
  for (const { end } of readings) end();
  await Promise.all(readings.map(({ ended }) => ended));
  expect(held()).toBe(0);
});

test("what weighs more than it was thought to is held with all that it weighs, once", async () => {
  const { begin, begun, held } = open();
  const one = begin("a", 20);
  await settled();
  one.note(15);
  expect(held()).toBe(20);
  one.note(15);
  one.note(15);
  expect(held()).toBe(45);
  begin("b", 10);
  await settled();
  expect(begun).toEqual(["a"]);
  one.end();
  await settled();
  expect([begun, held()]).toEqual([["a", "b"], 10]);
});

test("where nobody reads, the greatest set has room", async () => {
  const { begin, begun } = open();
  const one = begin("a", 1_000);
  begin("b", 1_000);
  await settled();
  expect(begun).toEqual(["a"]);
  one.end();
  await settled();
  expect(begun).toEqual(["a", "b"]);
});

test("a great set that waits is not passed by small ones", async () => {
  const { begin, begun } = open();
  const one = begin("a", 30);
  begin("great", 40);
  begin("b", 10);
  await settled();
  expect(begun).toEqual(["a"]);
  one.end();
  await settled();
  expect(begun).toEqual(["a", "great", "b"]);
});

test("whoever stood first and leaves lets the next one in", async () => {
  const { begin, begun } = open();
  const leaving = new AbortController();
  begin("a", 30);
  begin("great", 40, leaving.signal);
  begin("b", 10);
  await settled();
  leaving.abort();
  await settled();
  expect(begun).toEqual(["a", "b"]);
});

test("whoever reads least comes first, whoever has come first", async () => {
  const { begin, begun } = open();
  const [first] = [begin("many", 25), begin("many", 25), begin("many", 25), begin("few", 25)];
  await settled();
  first?.end();
  await settled();
  expect(begun).toEqual(["many", "many", "few"]);
});

test("a reading that fails holds nothing", async () => {
  const { begin, begun, held } = open();
  const one = begin("a", 50);
  begin("b", 50);
  await settled();
  one.fail(new Error("failed"));
  await expect(one.ended).rejects.toThrow("failed");
  await settled();
  expect([begun, held()]).toEqual([["a", "b"], 50]);
});

test("whoever leaves waits no more", async () => {
  const { begin, begun, held } = open();
  const leaving = new AbortController();
  const one = begin("a", 50);
  const left = begin("b", 50, leaving.signal);
  begin("c", 50);
  await settled();
  leaving.abort(new Error("left"));
  await expect(left.ended).rejects.toThrow("left");
  one.end();
  await settled();
  expect([begun, held()]).toEqual([["a", "c"], 50]);
});
