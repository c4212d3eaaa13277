import { expect, test } from "vitest";
import { sampleCodec } from "./sample-codec.ts";
import { isSeed, seedAt, seedNumber } from "./sample-draw.ts";

test("a sample is how many calls, of whom, with how much talk, and its seed", () => {
  const draw = { calls: 5, per: "agent", leastTalk: 60, seed: "a1b2" } as const;
  expect(sampleCodec.write(draw)).toBe("5-agent-60-a1b2");
  expect(sampleCodec.read("5-agent-60-a1b2")).toEqual({ value: draw, bad: [] });
});

test.each([
  "",
  "0-all-0-a",
  "51-all-0-a",
  "5-group-0-a",
  "5-all-3601-a",
  "5-all--a",
  "5-all-0-",
  "5-all-0-A1",
  "5-all-0-a1b2c3d",
  "5-all-0-a-b",
  "5-all-0",
  "1e1-all-0-a",
])("%s is none", (text) => {
  expect(sampleCodec.read(text)).toEqual({ bad: [text] });
});

test("chance gives a seed, whatever it is, and other chance another", () => {
  for (const chance of [0, 0.1, 0.5, 1 - 2 ** -53]) expect(isSeed(seedAt(chance))).toBe(true);
  expect(seedNumber(seedAt(0.5))).toBe(36 ** 6 / 2);
  expect(seedAt(0.25)).not.toBe(seedAt(0.250001));
});
