import { expect, test } from "vitest";
import { clockText } from "./clock-text.ts";
import { playerStep, SPEEDS, speedAfter } from "./player-key.ts";

const press = (key: string, held: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test.each([
  [" ", {}, { do: "toggle" }],
  ["ArrowLeft", {}, { do: "move", seconds: -5 }],
  ["ArrowRight", {}, { do: "move", seconds: 5 }],
  ["ArrowRight", { shiftKey: true }, { do: "move", seconds: 15 }],
  [",", {}, { do: "speed", by: -1 }],
  [".", {}, { do: "speed", by: 1 }],
  // Those go to another call.
  ["ArrowDown", {}, undefined],
  ["j", {}, undefined],
  ["ArrowLeft", { altKey: true }, undefined],
  [".", { ctrlKey: true }, undefined],
])("%j with %j is %j", (key, held, step) => {
  expect(playerStep(press(key, held), "other")).toEqual(step);
});

test("a button hears Space by itself, and a slider has the keys of sliders", () => {
  expect(playerStep(press(" "), "button")).toBeUndefined();
  expect(playerStep(press("ArrowUp"), "slider")).toEqual({ do: "move", seconds: 5 });
  expect(playerStep(press("Home"), "slider")).toEqual({ do: "go", to: "start" });
  expect(playerStep(press("End"), "other")).toBeUndefined();
});

test("the speed goes from half to double, and no further", () => {
  let speed = 1;
  for (let step = 0; step < 9; step += 1) speed = speedAfter(speed, 1);
  expect(speed).toBe(2);
  for (let step = 0; step < 9; step += 1) speed = speedAfter(speed, -1);
  expect(speed).toBe(SPEEDS[0]);
});

test.each([
  [0, "0:00"],
  [30.9, "0:30"],
  [120, "2:00"],
  [3_723, "1:02:03"],
  [-1, "0:00"],
])("%d s is %s", (seconds, text) => {
  expect(clockText(seconds)).toBe(text);
});
