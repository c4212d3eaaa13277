import type { ShortcutWords } from "./shortcut-words-zh-cn.ts";

/** The help on shortcuts, in English. */
export const shortcutWordsEnUs: ShortcutWords = {
  title: "Keyboard shortcuts",
  groups: {
    moving: "Moving in the table",
    row: "On a row",
    record: "In an open call",
    timeline: "On the timeline",
    recording: "In the recording player",
    cell: "On a cell",
    heading: "On a column heading",
    screen: "Anywhere",
  },
  moving: {
    step: "To the next cell",
    rowEnds: "First, last cell of the row",
    listEnds: "Start, end of the list",
    screenful: "A screenful up, down",
  },
  row: {
    open: "Open the call",
    openInTab: "Open the call in a new tab",
    close: "Close it and return to its row",
  },
  record: {
    neighbour: "Previous, next call",
    scroll: "Scroll the details",
    beside: "Pin this call and compare it with the next one; again: stop",
  },
  timeline: {
    zoom: "Zoom in, out",
    whole: "Show the whole call",
    move: "Move back, on",
  },
  recording: {
    play: "Play, pause",
    near: "Back, forward 5 seconds",
    far: "Back, forward 15 seconds",
    speed: "Slower, faster",
  },
  screen: {
    time: "Choose or type a time range",
    steps: "Earlier, later time range",
    out: "Zoom out of the time range",
    views: "Open the saved views",
    undo: "Undo, redo a change of the view",
    help: "Open or close this help",
  },
  keys: { space: "Space", menu: "Menu" },
};
