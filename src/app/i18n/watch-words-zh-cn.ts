/** What is said of figures that are watched, in Chinese. It comes with what says it. */
export const watchWordsZhCn = {
  button: (rules: string, alarms: string) =>
    rules === "0"
      ? "指标提醒"
      : alarms === "0"
        ? `指标提醒：${rules} 条规则`
        : `指标提醒：${rules} 条规则，${alarms} 条越线`,
  panel: "指标提醒",
  about:
    "页面打开期间每分钟统计一次（查询开销大时间隔更长），越线时提醒一次；回落后再次越线才会再提醒。占比和时长不足 10 条通话时不提醒。规则保存在本浏览器。",
  empty: "还没有规则",
  add: "添加规则",
  addTitle: "按当前筛选添加规则",
  edit: "修改",
  editOf: (rule: string) => `修改规则：${rule}`,
  remove: "删除",
  removeOf: (rule: string) => `删除规则：${rule}`,
  removed: (rule: string) => `已删除：${rule}`,
  undo: "撤销",
  pause: "暂停",
  pauseOf: (rule: string) => `暂停规则：${rule}`,
  resume: "继续",
  resumeOf: (rule: string) => `继续规则：${rule}`,
  paused: "已暂停",
  save: "保存",
  cancel: "取消",
  full: (most: string) => `最多 ${most} 条规则`,
  figure: "指标",
  side: "条件",
  value: "阈值",
  window: "统计时段",
  scope: "筛选",
  allCalls: "全部通话",
  numbers: "当前筛选含未加密的号码，不能用于提醒",
  bad: (most: string) => `请输入 0 至 ${most} 之间的数`,
  figures: {
    abandonedShare: "放弃率",
    answeredShare: "接通率",
    level: "服务水平",
    queueMedian: "排队时长中位数",
    queueP90: "排队时长 P90",
    abandonedInQueue: "排队放弃数",
    total: "通话量",
  },
  levelWithin: (seconds: string) => `服务水平（${seconds} 秒内）`,
  sides: { over: "高于", under: "低于" },
  windows: { "15m": "近 15 分钟", "30m": "近 30 分钟", "60m": "近 60 分钟", today: "今天" },
  units: { percent: "%", seconds: "秒", calls: "条" },
  rule: (figure: string, side: string, value: string, window: string) =>
    `${window}${figure}${side} ${value}`,
  alarm: (figure: string, value: string, rule: string, since: string) =>
    `${figure} ${value}：${rule}，自 ${since}`,
  now: (value: string, base: string, at: string) => `${value}（${base} 条），${at} 统计`,
  few: (base: string, at: string) => `通话太少（${base} 条），不作判断，${at} 统计`,
  crossedSince: (since: string) => `自 ${since} 越线`,
  notYet: "尚未统计",
  unchecked: (since: string) => `自 ${since} 起未能统计`,
  uncheckedSome: (count: string, since: string) => `${count} 条提醒规则自 ${since} 起未能统计`,
  quietTill: (at: string) => `${at} 前不提醒`,
  calls: "查看通话",
  quiet: "一小时内不提醒",
  dismiss: "关闭",
  more: (count: string) => `另有 ${count} 条越线`,
  region: "越线提醒",
  notify: "同时发系统通知",
  notifyOff: "不再发系统通知",
  notifyOn: "越线时会发系统通知，内容只有指标和数值",
  notifyDenied: "浏览器不允许本站发通知，可在浏览器的网站设置中更改",
};

export type WatchWords = typeof watchWordsZhCn;
