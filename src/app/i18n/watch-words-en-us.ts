import type { WatchWords } from "./watch-words-zh-cn.ts";

const rules = (count: string) => (count === "1" ? "1 rule" : `${count} rules`);

/** What is said of figures that are watched, in English. */
export const watchWordsEnUs: WatchWords = {
  button: (count, alarms) =>
    count === "0"
      ? "Alerts"
      : alarms === "0"
        ? `Alerts: ${rules(count)}`
        : `Alerts: ${rules(count)}, ${alarms} crossed`,
  panel: "Alerts",
  about:
    "While a page is open each figure is counted once a minute, or less often where counting takes many queries. You are told once as it crosses its threshold, and again only after it has come back. Shares and times of fewer than 10 calls do not alert. Rules are kept in this browser.",
  empty: "No rules yet",
  add: "Add rule",
  addTitle: "Add a rule for the filters in view",
  edit: "Edit",
  editOf: (rule) => `Edit rule: ${rule}`,
  remove: "Delete",
  removeOf: (rule) => `Delete rule: ${rule}`,
  removed: (rule) => `Deleted: ${rule}`,
  undo: "Undo",
  pause: "Pause",
  pauseOf: (rule) => `Pause rule: ${rule}`,
  resume: "Resume",
  resumeOf: (rule) => `Resume rule: ${rule}`,
  paused: "Paused",
  save: "Save",
  cancel: "Cancel",
  full: (most) => `${rules(most)} at most`,
  figure: "Figure",
  side: "Condition",
  value: "Threshold",
  window: "Time",
  scope: "Filters",
  allCalls: "all calls",
  numbers: "The filters have a number that is not sealed: it cannot be watched",
  bad: (most) => `Enter a number from 0 to ${most}`,
  figures: {
    abandonedShare: "Abandoned share",
    answeredShare: "Answered share",
    level: "Service level",
    queueMedian: "Median queue time",
    queueP90: "P90 queue time",
    abandonedInQueue: "Abandoned in queue",
    total: "Calls",
  },
  levelWithin: (seconds) => `Service level in ${seconds} s`,
  sides: { over: "over", under: "under" },
  windows: {
    "15m": "last 15 minutes",
    "30m": "last 30 minutes",
    "60m": "last 60 minutes",
    today: "today",
  },
  units: { percent: "%", seconds: "s", calls: "calls" },
  rule: (figure, side, value, window) => `${figure} ${side} ${value}, ${window}`,
  alarm: (figure, value, rule, since) => `${figure} ${value}: ${rule}, since ${since}`,
  now: (value, base, at) =>
    `${value} (of ${base === "1" ? "1 call" : `${base} calls`}), counted at ${at}`,
  few: (base, at) => `too few calls to tell (${base}), counted at ${at}`,
  crossedSince: (since) => `crossed since ${since}`,
  notYet: "not counted yet",
  unchecked: (since) => `not counted since ${since}`,
  uncheckedSome: (count, since) => `${rules(count)} not counted since ${since}`,
  quietTill: (at) => `quiet until ${at}`,
  calls: "Show calls",
  quiet: "Quiet for an hour",
  dismiss: "Dismiss",
  more: (count) => `${count} more crossed`,
  region: "Crossed thresholds",
  notify: "Notify by the system too",
  notifyOff: "No more system notifications",
  notifyOn: "The system notifies you, with the figure and its value alone",
  notifyDenied:
    "The browser does not let this site notify: change it in the browser's site settings",
};
