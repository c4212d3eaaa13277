import { expect, test } from "vitest";
import { afterSilence, silencesOf } from "./silences.ts";

/** Two peaks a second. */
const peaks = (...channels: number[][]) => ({
  duration: (channels[0]?.length ?? 0) / 2,
  channels,
});

test("a silence is a second or more in which nobody is heard", () => {
  expect(silencesOf(peaks([50, 0, 50, 0, 1, 2, 50, 0, 0]))).toEqual([
    { from: 1.5, to: 3 },
    { from: 3.5, to: 4.5 },
  ]);
  expect(silencesOf(peaks([0, 0, 0], [0, 9, 0]))).toEqual([]);
  expect(silencesOf(peaks([]))).toEqual([]);
});

test("whoever is in one goes on near its end", () => {
  const silences = [{ from: 10, to: 20 }];
  expect(afterSilence(silences, 12)).toBeCloseTo(19.8);
  for (const at of [5, 10.1, 19.8, 25]) expect(afterSilence(silences, at)).toBeUndefined();
});
