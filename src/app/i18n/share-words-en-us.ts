import type { ShareWords } from "./share-words-zh-cn.ts";

const calls = (count: string) => (count === "1" ? "1 call" : `${count} calls`);

/** What is said of a shared view, in English. */
export const shareWordsEnUs: ShareWords = {
  time: "Time",
  absolute: (range, zone) => `${range} (${zone})`,
  relative: (range) => `${range}, whenever it is opened`,
  noted:
    "The total as it is now goes along: whoever opens the link sees whether there are more calls by then, fewer, or the same.",
  call: "Open call",
  withCall: "Open this call, too",
  withPlace: (at) => `Start its recording at ${at}`,
  receivers: "Who sees what",
  rights: "Whoever opens the link sees the calls that they may see, and no others.",
  number: (masked) =>
    `The number is sealed in the link. Who may not search by number sees ${masked}, and not the calls found by it.`,
  asText: "As text, for a chat",
  masked: "Numbers in the text are always masked.",
  copyText: "Copy text",
  textCopied: "Text copied",
  send: "Share…",
  timeLine: (time) => `Time: ${time}`,
  asSeen: (time, seen) => `${time}. The figures: ${seen}`,
  filterLine: (filters) => `Filters: ${filters}`,
  between: "; ",
  same: (now, at) => `The same ${calls(now)} as when the link was copied (as of ${at})`,
  more: (now, at, change) =>
    `${calls(now)} now: ${change} ${change === "1" ? "has" : "have"} arrived since the link was copied (as of ${at})`,
  fewer: (now, at, change) =>
    `${calls(now)} now, ${change} fewer than when the link was copied (as of ${at}): some may be kept no longer, or you may see less`,
  dismiss: "Dismiss",
};
