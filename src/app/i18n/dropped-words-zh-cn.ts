import type { ViewProblem } from "#contract/view/view-codec.ts";

/** What is said of an address that could not be used whole, in Chinese. They come with the notice of that. */
export const droppedWordsZhCn = {
  newerLink: "此链接来自更新版本的 Callscope，只用了其中能识别的部分。",
  dropped: "地址中有无法使用的内容，已忽略：",
  more: (count: number) => `等，另有 ${count} 处`,
  reasons: {
    "unknown-name": "未知参数",
    "bad-value": "无法识别的值",
    "lost-plus": "+ 须写成 %2B",
    "lost-digits": "像是电子表格里的数：1.54E+10 已丢掉后面的数字",
    letters: "数字里混有字母 O、I 或 l",
    unopened: "链接里的号码在此处打不开",
    "other-unit": "看起来是秒或其他单位，须用毫秒",
    repeated: "重复",
    incomplete: "from 与 to 须同时给出",
    conflict: "range 不能与 from、to 同用",
    reversed: "to 早于 from",
    "out-of-reach": "页码超出可查看的范围",
  } satisfies Record<ViewProblem["reason"], string>,
  wanted: {
    whole: (least: number, most: number) => `须为 ${least} 至 ${most} 的整数`,
    option: (options: string) => `须为 ${options} 之一`,
    sort: (options: string) => `须为 ${options} 之一，降序在前面加 -`,
    duration: "须为秒数范围，如 60..、..20 或 60..180",
    level: "须为 1 至 3600 的秒数，如 20、20-less-short 或 20-answered",
    sample: "须为 条数-all 或 agent-通话至少秒数-种子，如 5-agent-60-a1b2",
    instant: "须为 1970 年起的毫秒数，不晚于 2099 年",
    number: "须为不带前导零的整数",
  },
};

export type DroppedWords = typeof droppedWordsZhCn;
