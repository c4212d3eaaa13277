/** What is said of customers with several calls, in Chinese. It comes with what says it. */
export const repeatWordsZhCn = {
  title: "重复来电",
  hint: "当前筛选的通话中，同一客户号码在所选时间内有两次或以上通话的客户。呼出也计入，按被叫号码算。",
  within: "间隔不超过",
  choices: { "24h": "24 小时", "7d": "7 天" },
  reading: "正在读取通话",
  read: (done: string, all: string) => `正在读取通话：${done} / ${all} 条`,
  found: (callers: string, calls: string) => `${callers} 位客户重复联系，共读取 ${calls} 条通话`,
  notListed: (count: string) => `通话最多的客户已列出，另有 ${count} 位未列出`,
  withheld: (count: string) => `${count} 条通话没有客户号码或号码未显示，不计入`,
  incomplete: (read: string, total: string) =>
    `只读到 ${read} 条通话（共 ${total} 条），结果可能不全`,
  tooManyTitle: "通话太多，无法逐条核对",
  tooMany: (total: string, most: string) =>
    `当前筛选有 ${total} 条通话，一次最多核对 ${most} 条。请缩短时间范围或加上筛选条件。`,
  narrow: (since: string) => `只看 ${since} 以来`,
  emptyTitle: "没有重复来电的客户",
  empty: "当前筛选的通话中，没有同一号码在所选时间内的多次通话。",
  failed: "重复来电未能取得",
  columns: {
    number: "号码",
    calls: "通话次数",
    together: "时间内最多",
    first: "首次",
    last: "最后",
    shortest: "最短间隔",
    endings: "结果",
    agents: "坐席",
    groups: "技能组",
  },
  gap: {
    seconds: (seconds: string) => `${seconds} 秒`,
    minutes: (minutes: string) => `${minutes} 分钟`,
    hours: (hours: string, minutes: string) => `${hours} 小时 ${minutes} 分钟`,
    days: (days: string, hours: string) => `${days} 天 ${hours} 小时`,
  },
  separator: "、",
  theirs: (number: string) => `${number} 的通话`,
  open: (at: string) => `打开 ${at} 的通话`,
  copy: "复制",
  csv: "导出 CSV",
};

export type RepeatWords = typeof repeatWordsZhCn;
