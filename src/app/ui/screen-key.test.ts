import { expect, test } from "vitest";
import { isScreenKey, type PressedOn, type ScreenKeyPress } from "./screen-key.ts";

const PRESS = {
  key: "?",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  defaultPrevented: false,
};
const isHelpKey = (press: ScreenKeyPress, pressedOn: PressedOn | undefined) =>
  isScreenKey(["?", "？"], press, pressedOn);
const on = (localName: string, more: Partial<PressedOn> = {}): PressedOn => ({
  localName,
  isContentEditable: false,
  ...more,
});

test("a question mark asks for help, narrow or wide", () => {
  expect(isHelpKey(PRESS, undefined)).toBe(true);
  expect(isHelpKey({ ...PRESS, key: "？" }, on("body"))).toBe(true);
  expect(isHelpKey({ ...PRESS, key: "/" }, on("body"))).toBe(false);
});

test("one that is typed into something does not", () => {
  expect(isHelpKey(PRESS, on("input", { type: "text" }))).toBe(false);
  expect(isHelpKey(PRESS, on("input", { type: "search" }))).toBe(false);
  expect(isHelpKey(PRESS, on("textarea", { type: "textarea" }))).toBe(false);
  expect(isHelpKey(PRESS, on("select", { type: "select-one" }))).toBe(false);
  expect(isHelpKey(PRESS, on("div", { isContentEditable: true }))).toBe(false);
});

test("boxes and buttons take no letters, so that help is there after a filter was ticked", () => {
  expect(isHelpKey(PRESS, on("input", { type: "checkbox" }))).toBe(true);
  expect(isHelpKey(PRESS, on("input", { type: "radio" }))).toBe(true);
  expect(isHelpKey(PRESS, on("button", { type: "button" }))).toBe(true);
});

test("with other keys, held down, or heeded by somebody else it is not ours", () => {
  for (const more of [
    { ctrlKey: true },
    { metaKey: true },
    { altKey: true },
    { repeat: true },
    { defaultPrevented: true },
  ])
    expect(isHelpKey({ ...PRESS, ...more }, undefined)).toBe(false);
});
