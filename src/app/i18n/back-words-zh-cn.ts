/** What is said of callers to be called back, in Chinese. It comes with what says it. */
export const backWordsZhCn = {
  title: "待回呼",
  hint: "最后一次来电没有接到人工，之后既没有打通，也没有被回拨接通的客户。",
  waiting: (callers: string) => `${callers} 位待回呼`,
  reading: "正在查找未接到人工的来电",
  judging: (done: string, all: string) => `正在核对之后的通话：${done} / ${all} 位`,
  upTo: (at: string) => `已核对到 ${at} 的通话`,
  again: (minutes: string) => `每 ${minutes} 分钟自动重新核对`,
  now: "立即核对",
  dealtWith: (count: string, since: string) => `${since} 以来有 ${count} 位已处理，不再列出`,
  settled: (gotThrough: string, calledBack: string) =>
    `另有 ${gotThrough} 位自己打通，${calledBack} 位已被回拨接通`,
  cut: (tries: string, of: string, since: string) =>
    `来电太多，只核对了最近的 ${tries} 次（共 ${of} 次），即 ${since} 以来的`,
  withheld: (count: string) => `另有 ${count} 次来电号码未显示，无法回拨`,
  ownOnly: "只核对您可以查看的通话：其他技能组或坐席可能已经回拨",
  partial: (count: string) => `有 ${count} 位未能核对，可能未列出`,
  partialTries: "有些来电未能读取，可能未列出",
  notJudged: (count: string) => `有 ${count} 位的号码相关通话太多，未能核对`,
  emptyTitle: "没有待回呼的客户",
  empty: "所选通话中未接通的客户，之后都已接通或已回拨。",
  noneInbound: "所选通话中没有未接到人工的来电。",
  failed: "待回呼名单未能取得",
  columns: {
    number: "号码",
    tries: "来电次数",
    longest: "最长等待",
    last: "最后来电",
    group: "技能组",
    how: "结果",
    inVain: "回拨尝试",
    first: "首次来电",
    lastInVain: "最后回拨",
  },
  ago: {
    minutes: (minutes: string) => `${minutes} 分钟前`,
    hours: (hours: string, minutes: string) => `${hours} 小时 ${minutes} 分钟前`,
    days: (days: string, hours: string) => `${days} 天 ${hours} 小时前`,
  },
  tried: (count: string, at: string) => `已回拨 ${count} 次，最后 ${at}，未接通`,
  open: (at: string) => `打开 ${at} 的通话`,
  theirs: "该客户的通话",
  copy: "复制",
  csv: "导出 CSV",
};

export type BackWords = typeof backWordsZhCn;
