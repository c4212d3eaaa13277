import type { LevelFormula } from "#contract/filter/service-level.ts";

/** What is said of a service level, in Chinese. They come with the figures above the rows. */
export const levelWordsZhCn = {
  name: "服务水平",
  within: (seconds: string) => `${seconds} 秒内`,
  choose: (level: string) => `${level}，设置秒数和算法`,
  base: "分母",
  /** What the share is of. */
  bases: {
    offered: (offered: string) => `共 ${offered} 条转人工`,
    // How many these are stands beside it.
    "less-short": (offered: string) => `共 ${offered} 条转人工减短时放弃`,
    answered: (answered: string) => `共 ${answered} 条接通`,
  } satisfies Record<LevelFormula, (calls: string) => string>,
  shorts: "短时放弃",
  short: (count: string) => `短时放弃 ${count}`,
  shortHint: (seconds: string) => `排队 ${seconds} 秒内就放弃的来电`,
  countOf: (count: string, seconds: string, base: string) =>
    `${count} 条排队 ${seconds} 秒内接通，${base}`,
  panel: "服务水平的算法",
  seconds: "秒数",
  unit: "秒",
  bad: (most: string) => `请填 1 至 ${most} 的整数`,
  formula: "分母",
  formulas: {
    offered: "转人工的来电",
    "less-short": "转人工的来电，减去短时放弃",
    answered: "接通的来电",
  } satisfies Record<LevelFormula, string>,
  what: (shortSeconds: string) =>
    `分子是排队时长不超过所填秒数的接通来电；排队时长不含振铃，没有排队时长的不算在内。转人工：接通、排队或振铃时放弃、排队超时、排队溢出、转人工失败。短时放弃：排队 ${shortSeconds} 秒内就放弃。`,
  inLink: "所选会写入链接，收到的人看到同样的数字。",
  usual: (seconds: string) => `恢复默认（${seconds} 秒）`,
};

export type LevelWords = typeof levelWordsZhCn;
