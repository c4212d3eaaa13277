import { expect, test } from "vitest";
import { messagesEnUs } from "#labels/messages-en-us.ts";
import { messagesZhCn } from "#labels/messages-zh-cn.ts";
import { keyCaps, SHORTCUTS } from "./shortcuts.ts";

const chords = Object.entries(SHORTCUTS).flatMap(([group, shortcuts]) =>
  shortcuts.flatMap(({ keys }) => keys.map((chord) => ({ group, chord: chord as string }))),
);

/**
 * What Chrome, Edge, Firefox and Safari do with keys, on any system. Left out is what they do the
 * same: Ctrl+z undoes (in a field, where it stays theirs), Ctrl+c copies, Ctrl+Home and Ctrl+End go to the ends, Shift+F10 opens a menu, Ctrl+Enter opens
 * a link in a tab.
 * https://support.google.com/chrome/answer/157179
 * https://support.mozilla.org/kb/keyboard-shortcuts-perform-firefox-tasks-quickly
 */
const BROWSERS = new Set(
  [
    "/ ' F1 F3 F5 F6 F7 F9 F10 F11 F12 Tab Shift+Tab Shift+Escape Alt+ArrowLeft Alt+ArrowRight",
    "Alt+Home Alt+Enter Alt+d Alt+e Alt+f Ctrl+Tab Ctrl+PageUp Ctrl+PageDown Ctrl+-",
    ..."abdefghijklmnopqrstuvwxy0123456789".split("").map((key) => `Ctrl+${key}`),
  ].flatMap((keys) => keys.split(" ")),
);

test("no shortcut is one that browsers have for something else", () => {
  expect(chords.filter(({ chord }) => BROWSERS.has(chord))).toEqual([]);
});

test("a key does one thing in each place", () => {
  const places = chords.map(({ group, chord }) => `${group} ${chord}`);
  expect(new Set(places).size).toBe(places.length);
  // A cell is where one moves and where its row is opened from, too.
  const onCells = chords.filter(({ group }) => ["moving", "row", "cell", "screen"].includes(group));
  expect(new Set(onCells.map(({ chord }) => chord)).size).toBe(onCells.length);
});

test("keys are written as keyboards have them", () => {
  const zh = messagesZhCn.shortcuts.keys;
  expect(keyCaps("Ctrl+Home", zh)).toEqual(["Ctrl", "Home"]);
  expect(keyCaps("Shift+ArrowLeft", zh)).toEqual(["Shift", "←"]);
  expect(keyCaps("f", zh)).toEqual(["F"]);
  expect(keyCaps(" ", zh)).toEqual(["空格"]);
  expect(keyCaps("+", zh)).toEqual(["+"]);
  expect(keyCaps("?", zh)).toEqual(["?"]);
  expect(keyCaps("ContextMenu", messagesEnUs.shortcuts.keys)).toEqual(["Menu"]);
});
