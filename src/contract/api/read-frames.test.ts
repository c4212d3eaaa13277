import fc from "fast-check";
import { expect, test } from "vitest";
import { createFrameReader, type ExportPart } from "./read-frames.ts";

const text = new TextEncoder();
const refuse = () => new RangeError("no frame");

/** Parts in the order they came; bytes that came one after the other as one text. */
function partsOf(chunks: Iterable<Uint8Array>): unknown[] {
  const read = createFrameReader(refuse);
  const parts: unknown[] = [];
  let bytes = "";
  const decoder = new TextDecoder("latin1");
  const flush = () => {
    if (bytes !== "") parts.push(bytes);
    bytes = "";
  };
  const note = (part: ExportPart) => {
    if ("piece" in part) bytes += decoder.decode(part.piece);
    else {
      flush();
      parts.push(part);
    }
  };
  for (const chunk of chunks) for (const part of read(chunk)) note(part);
  flush();
  return parts;
}

const start = {
  start: { total: 3, asOf: 9, name: "通话记录 📞.csv", type: "text/csv", written: 0 },
};
const end = {
  end: { written: 3, total: 3, arrived: 0, incomplete: null, requestId: "r-1" },
};

const frame = fc.oneof(
  fc.record({ written: fc.nat() }),
  fc.record({ written: fc.nat(), after: fc.string() }),
  fc.uint8Array({ minLength: 1, maxLength: 40 }),
);

/** A frame as it is on the wire. Bytes may be anything, such as a line of JSON. */
function wire(one: object): Uint8Array[] {
  return one instanceof Uint8Array
    ? [text.encode(`{"bytes":${one.length}}\n`), one]
    : [text.encode(`${JSON.stringify(one)}\n`)];
}

test("the same frames are read of a body however its bytes are split", () => {
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 8 }), fc.array(fc.nat()), (frames, cuts) => {
      const bytes = new Uint8Array(
        [start, ...frames, end].flatMap(wire).flatMap((piece) => [...piece]),
      );
      const ends = [...new Set(cuts.map((cut) => cut % bytes.length))].toSorted((a, b) => a - b);
      const chunks = [...ends, bytes.length].map((to, index) =>
        bytes.subarray(ends[index - 1] ?? 0, to),
      );
      const whole = partsOf([bytes]);
      expect(partsOf(chunks)).toEqual(whole);
      expect(partsOf([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(whole);
      expect(whole.at(0)).toEqual(start);
      expect(whole.at(-1)).toEqual(end);
    }),
  );
});

test.each([
  "{}",
  "[]",
  "PK\u0003\u0004",
  '{"written":-1}',
  '{"bytes":0}',
  '{"bytes":1.5}',
  "<html>",
])("%j is no frame", (line) => {
  expect(() => partsOf([text.encode(`${line}\n`)])).toThrow(RangeError);
});

test("a line that never ends is not kept for ever", () => {
  const read = createFrameReader(refuse);
  const chunk = text.encode("a".repeat(600_000));
  expect(() => [...read(chunk), ...read(chunk)]).toThrow(RangeError);
});
