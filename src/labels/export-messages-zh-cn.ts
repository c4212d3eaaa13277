import type { IncompleteReason } from "#contract/api/whole-export.ts";

/** The texts of the export of all that matches, and of opening a file, in Chinese: apart from those of the first load. */
export const exportMessagesZhCn = {
  whole: {
    counted: "导出全部（符合条件的 {count, number} 条通话）",
    uncounted: "导出全部符合条件的通话",
    as: "全部导出为 {format}",
    byStart: "改按开始时间，全部导出为 {format}",
    none: "没有符合条件的通话",
    tooFar: "按“{field}”排序只能导出前 {most} 条；按开始时间排序可导出全部。",
    sheets: "分成 {count} 个工作表",
    panel: "正在进行的导出",
    progress: "导出进度",
    asking: "正在统计…",
    reading: "{written} / {total} 条",
    rate: "每秒 {rate} 条",
    left: {
      seconds: "约剩 {value, number} 秒",
      minutes: "约剩 {value, number} 分钟",
      hours: "约剩 {value, number} 小时",
    },
    waiting: "连接中断，正在从第 {next} 条起自动重试…",
    waitingAtFirst: "连接中断，正在自动重试…",
    queued: "排队中：同时进行的导出已达上限，轮到时自动开始",
    signedOut: "登录已失效，登录后会自动继续。",
    stopped: "已停在第 {written} 条：{why}",
    notBegun: "没有导出：{why}",
    broken: "浏览器没能保存已收到的内容",
    goOn: "继续",
    again: "重试",
    byStartInstead: "改按开始时间导出",
    cancel: "取消",
    close: "关闭",
    of: "{action}：{title}（{format}）",
    saved: "已保存 {count, number} 条：{name}",
    saveAgain: "再次保存",
    saveAnyway: "仍要保存",
    arrived: "其中 {count, number} 条是导出期间新到的",
    incomplete: "文件不完整：{why}，共 {total} 条，读到 {written} 条。",
    incompleteWhy: {
      counts_differ: "云服务的计数与实际返回的通话对不上",
      too_many_at_once: "太多通话在同一时刻开始，云服务无法全部列出",
    } satisfies Record<IncompleteReason, string>,
    stay: "可以继续工作；关闭或刷新页面会中断导出。",
    reason: "导出原因",
    reasonHint: "这次导出的通话较多，须写明原因。导出会留下记录：谁、何时、为什么。",
    reasonPlaceholder: "例如：十一月质检抽样",
    reasonGo: "导出",
    said: {
      begun: "导出已开始：{title}",
      quarter: "已导出 {percent}%：{title}",
      queued: "导出在排队，轮到时自动开始：{title}",
      waiting: "导出的连接中断，正在自动重试：{title}",
      signedOut: "登录已失效，导出暂停：{title}",
      reason: "导出须写明原因：{title}",
      stopped: "导出已停止：{title}",
      saved: "导出完成，文件已保存：{title}",
      incomplete: "导出的文件不完整：{title}",
    },
  },
  opening: {
    choose: "打开导出文件里的视图…",
    drop: "松开以打开此文件的视图",
    dropHint: "Callscope 导出的 CSV 或 XLSX 文件",
    opened: "已打开“{name}”的视图",
    several: "一次只能打开一个文件",
    foreign: "“{name}”里没有 Callscope 的视图：它可能不是 Callscope 导出的，或保存时被去掉了",
    unreadable: "无法读取“{name}”",
  },
};

type SameShape<Of> = {
  readonly [Key in keyof Of]: Of[Key] extends string ? string : SameShape<Of[Key]>;
};

/** The same in another language. */
export type ExportMessages = SameShape<typeof exportMessagesZhCn>;
