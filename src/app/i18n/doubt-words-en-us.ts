import type { DoubtWords } from "./doubt-words-zh-cn.ts";

/** What is said of a call's times that contradict each other, in English. It comes with the timeline. */
export const doubtWordsEnUs: DoubtWords = {
  doubtful: (reasons) => `Inconsistent times, drawn as they are: ${reasons}`,
  heading: "Inconsistent times",
  separator: "; ",
  doubts: {
    duration: "the total duration does not fit start, connection and end",
    "held-too-long": "it was held for longer than the talk",
    backward: "an event came before the one that it follows",
    outside: "an event was before the start or after the end",
    connected: "the connection time is not that of the events",
    released: "by the events it was over well before the end time",
    "event-length": "an event’s own length goes on beyond the event that follows",
  },
  disagrees: (phase, record, events) =>
    `${phase}: ${record} in the record, ${events} by the events`,
};
