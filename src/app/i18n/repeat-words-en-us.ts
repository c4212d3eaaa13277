import type { RepeatWords } from "./repeat-words-zh-cn.ts";

const calls = (count: string) => (count === "1" ? "1 call" : `${count} calls`);
const callers = (count: string) => (count === "1" ? "1 customer" : `${count} customers`);

/** What is said of customers with several calls, in English. */
export const repeatWordsEnUs: RepeatWords = {
  title: "Repeat callers",
  hint: "Customers with two or more calls within the time chosen, among the calls that match. Outbound calls count too, by the number called.",
  within: "Within",
  choices: { "24h": "24 hours", "7d": "7 days" },
  reading: "Reading calls",
  read: (done, all) => `Reading calls: ${done} of ${all}`,
  found: (count, read) => `${callers(count)} with repeated calls, among ${calls(read)}`,
  notListed: (count) => `Those with the most calls are listed, ${count} more are not`,
  withheld: (count) => `Not counted: ${calls(count)} without a customer's number`,
  incomplete: (read, total) => `Only ${read} of ${calls(total)} could be read: some may be missing`,
  tooManyTitle: "Too many calls to go through",
  tooMany: (total, most) =>
    `${calls(total)} match, and ${most} can be gone through at most. Shorten the time range, or filter.`,
  narrow: (since) => `Only since ${since}`,
  emptyTitle: "No repeat callers",
  empty: "Among the calls that match no number has several within the time chosen.",
  failed: "Repeat callers could not be had",
  columns: {
    number: "Number",
    calls: "Calls",
    together: "Most within",
    first: "First",
    last: "Last",
    shortest: "Shortest gap",
    endings: "Outcomes",
    agents: "Agents",
    groups: "Skill groups",
  },
  gap: {
    seconds: (seconds) => `${seconds} s`,
    minutes: (minutes) => `${minutes} min`,
    hours: (hours, minutes) => `${hours} h ${minutes} min`,
    days: (days, hours) => `${days} d ${hours} h`,
  },
  separator: ", ",
  theirs: (number) => `Calls of ${number}`,
  open: (at) => `Open the call of ${at}`,
  copy: "Copy",
  csv: "Export CSV",
};
