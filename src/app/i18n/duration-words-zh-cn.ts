/** What is said where calls are looked for by a duration, in Chinese. It comes with what says it. */
export const durationWordsZhCn = {
  placeholder: "如 ≥60、1:30-3:00",
  bad: "无法识别：请写成 ≥60、≤20、1:30-3:00 或 2 分钟以上",
  givenSort: (count: string, field: string) =>
    `按时长筛选的通话超过 ${count} 条，只能按“${field}”排序`,
};

export type DurationWords = typeof durationWordsZhCn;
