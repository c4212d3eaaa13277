import type { BackWords } from "./back-words-zh-cn.ts";

const counted = (count: string, one: string, more: string) =>
  `${count} ${count === "1" ? one : more}`;
const callers = (count: string) => counted(count, "caller", "callers");
const calls = (count: string) => counted(count, "call", "calls");

/** What is said of callers to be called back, in English. */
export const backWordsEnUs: BackWords = {
  title: "Call back",
  hint: "Callers whose last call reached nobody, and who have neither got through nor been reached by a call back since.",
  waiting: (count) => `${callers(count)} to call back`,
  reading: "Looking for calls that reached nobody",
  judging: (done, all) => `Checking what followed: ${done} of ${callers(all)}`,
  upTo: (at) => `Checked up to ${at}`,
  again: (minutes) => `checked again every ${counted(minutes, "minute", "minutes")}`,
  now: "Check now",
  dealtWith: (count, since) => `${callers(count)} dealt with since ${since}, no longer listed`,
  settled: (gotThrough, calledBack) =>
    `${callers(gotThrough)} got through later, ${calledBack} reached by a call back`,
  cut: (tries, of, since) =>
    `Too many calls: only the latest ${tries} of ${of} were looked at, since ${since}`,
  withheld: (count) => `${calls(count)} without a number, which cannot be called back`,
  ownOnly: "Only calls that you may see are looked at: other groups or agents may have called back",
  partial: (count) => `${callers(count)} could not be checked, and may be missing here`,
  partialTries: "Some calls could not be read, and may be missing here",
  notJudged: (count) => `${callers(count)} not checked: too many calls go by the number`,
  emptyTitle: "Nobody to call back",
  empty: "Every caller in view was talked to, if not at once then later.",
  noneInbound: "No call in view came in and reached nobody.",
  failed: "The list of callers to call back could not be made",
  columns: {
    number: "Number",
    tries: "Tries",
    longest: "Longest wait",
    last: "Last try",
    group: "Skill group",
    how: "Ended",
    inVain: "Calls back",
    first: "First try",
    lastInVain: "Last call back",
  },
  ago: {
    minutes: (minutes) => `${minutes} min ago`,
    hours: (hours, minutes) => `${hours} h ${minutes} min ago`,
    days: (days, hours) => `${days} d ${hours} h ago`,
  },
  tried: (count, at) =>
    count === "1"
      ? `Tried once, ${at}, not reached`
      : `Tried ${count} times, last ${at}, not reached`,
  open: (at) => `Open the call of ${at}`,
  theirs: "This caller's calls",
  copy: "Copy",
  csv: "Export CSV",
};
