import type { PeopleWords } from "./people-words-zh-cn.ts";

const one = (count: string, of: string) => (count === "1" ? `1 ${of}` : `${count} ${of}s`);

/** What is said in the table of agents and skill groups, in English. */
export const peopleWordsEnUs: PeopleWords = {
  title: "Agents and groups",
  hint: "The calls in view, a line for each agent or skill group. Click a figure to see its calls.",
  kind: "Lines of",
  kinds: { agentId: "Agents", skillGroupId: "Skill groups" },
  columns: {
    name: "Name",
    calls: "Calls",
    answered: "Answered",
    rejected: "Rejected",
    level: "Service level",
    mean: "Mean talk",
    p90: "Talk P90",
    rated: "Satisfaction",
  },
  columnHints: {
    name: "",
    calls: "Calls that name them. A call that names several counts once for each.",
    answered: "Share of inbound calls; of all calls where none in view are inbound",
    rejected: "Share of calls to customers that the customer rejected",
    level: "Share answered within the seconds in the queue; seconds and base are chosen above",
    mean: "Of calls with more than 0 s of talk; a call without a talk time is no 0",
    p90: "What nine in ten calls with more than 0 s of talk do not exceed",
    rated: "Calls with a rating, and how many for each key. What a key means is up to your survey.",
  },
  levelIn: (seconds) => `Service level in ${seconds} s`,
  all: "All calls",
  nobody: { agentId: "No agent", skillGroupId: "No skill group" },
  nobodyHint: "The upstream cannot filter by “none”, so these calls cannot be listed",
  together: (count) => `${count} selected together`,
  except: "All but the selected",
  exceptHint:
    "All calls less those that name a selected one; calls that name nobody are among them",
  noWay: "The upstream filters by one agent or group at a time, so these calls cannot be listed",
  tooManyTogether:
    "The selected lines have more than 10,000 calls. A call may name several of them, and to count it once all must be read: their sum is not to be had. Narrow the time range, or select fewer.",
  mostTogether: (most) => `At most ${most} lines can be selected.`,
  exceptRank: "A P90 is not the difference of two others, so it is not to be had",
  select: (name) => `Select ${name}`,
  clear: "Clear selection",
  counting: "counting",
  none: "–",
  unknown: "not to be had",
  unknownHint: "It would take too many upstream calls. Narrow the time range to get it.",
  meanHint:
    "A mean takes reading all calls, and they are too many. Narrow the time range to get it.",
  only: "Show only these calls",
  goTo: (position) => `Sort by talk time, longest first, and go to no. ${position}`,
  of: (calls) => `of ${calls}`,
  key: (key, calls) => `key ${key}: ${one(calls, "call")}`,
  atLeast: "At least: keys newer than this edition are not counted",
  earlier: (value) => `A week earlier: ${value}`,
  points: (change) => `${change} points`,
  compare: "Compare with last week",
  finding: "Looking for agents and groups",
  reading: (pages, of) => `${pages} of ${of} pages of calls read`,
  progress: (done, all) => `${done} of ${all} lines counted`,
  done: (rows) => one(rows, "line"),
  several: (calls) =>
    `In several lines, and counted once in each: ${one(calls, "call")}. So the lines add up to more than all calls.`,
  found:
    "Too many calls to read them all: lines were found by some of the calls and the upstream’s list of names, and some may be missing.",
  more: (lines, others) =>
    `Each takes upstream calls of its own, so only the ${lines} seen most often are counted; there are ${others} more.`,
  everyone: "Count them all",
  rest: (calls) =>
    `In no line: at least ${one(calls, "call")}, naming nobody, or somebody who is not listed.`,
  twice: (calls) =>
    `The lines add up to ${calls} more than all calls: a call in several lines counts in each.`,
  whole: "The lines add up to all calls.",
  without: (count) => `Left out: ${count} more in the upstream’s list, without a call.`,
  chosen: "Only the one among the active filters is listed.",
  showAll: "List all",
  own: "Listed are those that you may see.",
  failed: (count) => `${count} could not be counted:`,
  notCounted: "could not be counted",
  emptyTitle: "Nobody to list",
  empty: {
    agentId: "None of the calls in view names an agent",
    skillGroupId: "None of the calls in view names a skill group",
  },
  save: "Export CSV",
  copy: "Copy",
  id: "ID",
  parts: {
    answered: ["Answered calls", "Base of answered"],
    rejected: ["Rejected calls", "Base of rejected"],
    level: ["Answered in time", "Base of service level"],
  },
  talked: "Calls with talk time",
  keys: "Calls by key",
  earlierColumn: (column) => `${column}, a week earlier`,
};
