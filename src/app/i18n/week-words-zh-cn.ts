import type { WeekChart } from "#contract/view/week-chart.ts";

/** What is said of calls by weekday and hour, in Chinese. It comes with what says it. */
export const weekWordsZhCn = {
  kinds: "图表",
  byTime: "按时间",
  byWeek: "按星期和小时",
  region: "按星期和小时",
  shows: "统计内容",
  charts: {
    "week-calls": "通话量",
    "week-abandoned": "放弃数",
    "week-share": "放弃率",
    "week-wait": "排队时长中位数",
  } satisfies Record<WeekChart, string>,
  hint: "方向键移动，回车查看该时段的通话",
  hour: "小时",
  weekday: "星期",
  count: (count: string) => `${count} 条`,
  shareOf: (share: string, part: string, base: string) =>
    `${share}（${base} 条来电中放弃 ${part}）`,
  waitOf: (wait: string, base: string) => `中位数 ${wait}（${base} 条有排队）`,
  none: "无来电",
  noWait: "无排队",
  pending: "正在统计",
  failed: "未能统计",
  outside: "不在时间范围内",
  incomplete: "按小时的数字未能统计完整：",
  tooManyHours: (hours: string, most: string, calls: string) =>
    `无法统计：云服务只能逐小时计数，此时间范围有 ${hours} 小时，最多 ${most} 小时；通话不超过 ${calls} 条时不限。请缩短时间范围或增加筛选条件。`,
  tooManyWaits: (calls: string) =>
    `无法统计：有排队的通话超过 ${calls} 条，云服务不提供各小时的中位数，也读不完这些通话。请缩短时间范围或增加筛选条件。`,
  least: "低",
  most: "高",
  scale: (most: string) => `颜色从浅到深：0 至 ${most}`,
  tooFew: (base: string) => `来电不足 ${base} 条的不着色`,
  which: (cell: string) => `${cell}：查看哪一段`,
  stretch: (period: string, count: string) => `${period}，${count} 条`,
};

export type WeekWords = typeof weekWordsZhCn;
