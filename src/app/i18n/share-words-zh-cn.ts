/** What is said of a shared view, in Chinese. They come with the dialog, apart from the first load's messages. */
export const shareWordsZhCn = {
  time: "时间",
  absolute: (range: string, zone: string) => `${range}（${zone}）`,
  relative: (range: string) => `${range}，以打开链接的时间为准`,
  noted: "附上现在的总数：打开的人会看到，此后通话是多了、少了还是没变。",
  call: "打开的通话",
  withCall: "一并打开这条通话",
  withPlace: (at: string) => `录音从 ${at} 开始`,
  receivers: "谁能看到什么",
  rights: "打开的人只看到自己有权查看的通话。",
  number: (masked: string) =>
    `链接里的号码已加密。没有按号码查找权限的人只看到 ${masked}，看不到按它找到的通话。`,
  asText: "文字版，可贴到聊天里",
  masked: "文字里的号码总是脱敏的。",
  copyText: "复制文字",
  textCopied: "文字已复制",
  send: "分享…",
  timeLine: (time: string) => `时间：${time}`,
  asSeen: (time: string, seen: string) => `${time}。以下数字：${seen}`,
  filterLine: (filters: string) => `筛选：${filters}`,
  between: "；",
  /** What whoever opens a link reads: how many calls there are by now, beside those of who copied it, `at`. */
  same: (now: string, at: string) => `与复制链接时一样：${now} 条通话（当时截至 ${at}）`,
  more: (now: string, at: string, change: string) =>
    `现在 ${now} 条通话：复制链接以来（当时截至 ${at}）新到 ${change} 条`,
  fewer: (now: string, at: string, change: string) =>
    `现在 ${now} 条通话，比复制链接时（当时截至 ${at}）少 ${change} 条：可能有些已过保留期限，或您能看到的较少`,
  dismiss: "知道了",
};

export type ShareWords = typeof shareWordsZhCn;
