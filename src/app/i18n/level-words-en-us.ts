import type { LevelWords } from "./level-words-zh-cn.ts";

/** What is said of a service level, in English. */
export const levelWordsEnUs: LevelWords = {
  name: "Service level",
  within: (seconds) => `in ${seconds} s`,
  choose: (level) => `${level}: choose seconds and formula`,
  base: "base",
  bases: {
    offered: (offered) => `of ${offered} to agents`,
    "less-short": (offered) => `of ${offered} to agents less short abandons`,
    answered: (answered) => `of ${answered} answered`,
  },
  shorts: "short abandons",
  short: (count) => `short abandons ${count}`,
  shortHint: (seconds) => `Callers who gave up within ${seconds} s in the queue`,
  countOf: (count, seconds, base) => `${count} answered within ${seconds} s in the queue, ${base}`,
  panel: "How the service level is taken",
  seconds: "Seconds",
  unit: "s",
  bad: (most) => `Enter a whole number from 1 to ${most}`,
  formula: "Share of",
  formulas: {
    offered: "calls to agents",
    "less-short": "calls to agents, less short abandons",
    answered: "answered calls",
  },
  what: (shortSeconds) =>
    `Counted are answered calls whose time in the queue is at most these seconds. Ringing is not part of it, and a call without a time in the queue is not counted as in time. Calls to agents: answered, abandoned in queue or ring, timed out, overflowed, or not put through. Short abandons: given up within ${shortSeconds} s in the queue.`,
  inLink: "What you choose goes into the link, so whoever gets it sees the same figure.",
  usual: (seconds) => `Back to the default (${seconds} s)`,
};
