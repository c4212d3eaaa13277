import type { DroppedWords } from "./dropped-words-zh-cn.ts";

/** What is said of an address that could not be used whole, in English. */
export const droppedWordsEnUs: DroppedWords = {
  newerLink: "This link is of a newer Callscope: what is understood of it was used.",
  dropped: "Parts of the address could not be used and were ignored:",
  more: (count) => `and ${count} more`,
  reasons: {
    "unknown-name": "unknown parameter",
    "bad-value": "value not recognized",
    "lost-plus": "a + is to be written %2B",
    "lost-digits": "looks like a spreadsheet’s number: 1.54E+10 has lost its digits",
    letters: "has the letters O, I or l among its digits",
    unopened: "the number in the link does not open here",
    "other-unit": "looks like seconds or another unit; milliseconds are needed",
    repeated: "given twice",
    incomplete: "from and to must both be given",
    conflict: "range does not go with from and to",
    reversed: "to is earlier than from",
    "out-of-reach": "beyond the pages that can be reached",
  },
  wanted: {
    whole: (least, most) => `takes a whole number from ${least} to ${most}`,
    option: (options) => `takes one of ${options}`,
    sort: (options) => `takes one of ${options}, after a - for descending`,
    duration: "takes 60.., ..20 or 60..180, in seconds",
    level: "takes seconds from 1 to 3600, as in 20, 20-less-short or 20-answered",
    sample: "takes calls, all or agent, least talk in seconds and a seed, as in 5-agent-60-a1b2",
    instant: "takes milliseconds since 1970, before the year 2100",
    number: "takes a whole number without leading zeros",
  },
};
