import type { ManyWords } from "./many-words-zh-cn.ts";

const calls = (count: string) => (count === "1" ? "1 call" : `${count} calls`);

/** What is said where many numbers and ids are looked for at once, in English. */
export const manyWordsEnUs: ManyWords = {
  title: "Find many calls",
  list: "Numbers or contact IDs",
  hint: "One a line, or with commas, semicolons, tabs or blanks between them; 50 at most. Numbers are looked for in the time range in view, other filters have no effect.",
  find: "Find",
  read: (items, repeated) =>
    `${items} recognized, ${repeated} repeated; finding them takes at least ${items} cloud requests`,
  progress: (done, all) => `${done} of ${all} looked for`,
  over: (count) => `More than 50: not looked for (${count})`,
  unknown: (count) => `Neither a number nor a contact ID (${count})`,
  notAllowed: (count) => `You may not search by number: not looked for (${count})`,
  missing: (count) => `Not found (${count})`,
  missingNumber: "no calls in this time range",
  missingId: "no such contact ID",
  failed: (count) => `Failed, find again to retry (${count})`,
  found: (items, count) => `Found: ${items}, with ${calls(count)} listed`,
  notListed: (count) => `${calls(count)} more: filter by the number to see all`,
  total: calls,
  filterBy: "Filter by this",
  copy: "Copy",
  copied: "Copied",
  notCopied: "Could not be copied",
};
