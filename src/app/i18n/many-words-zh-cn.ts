/** What is said where many numbers and ids are looked for at once, in Chinese. It comes with what says it. */
export const manyWordsZhCn = {
  title: "批量查找通话",
  list: "号码或通话 ID",
  hint: "每行一个，或用逗号、分号、制表符、空格隔开；最多 50 个。号码在当前时间范围内查找，其他筛选条件不起作用。",
  find: "查找",
  read: (items: string, repeated: string) =>
    `识别到 ${items} 个，重复 ${repeated} 个；查找至少需要 ${items} 次云服务请求`,
  progress: (done: string, all: string) => `已查 ${done} / ${all} 个`,
  over: (count: string) => `超过 50 个，以下 ${count} 个未查`,
  unknown: (count: string) => `以下 ${count} 个既不是号码也不是通话 ID`,
  notAllowed: (count: string) => `您没有按号码查找的权限，以下 ${count} 个未查`,
  missing: (count: string) => `以下 ${count} 个没有找到`,
  missingNumber: "此时间范围内没有通话",
  missingId: "没有这个通话 ID",
  failed: (count: string) => `以下 ${count} 个查询失败，可再次查找`,
  found: (items: string, calls: string) => `${items} 个找到通话，列出 ${calls} 条`,
  notListed: (count: string) => `另有 ${count} 条未列出，请按该号码筛选查看`,
  total: (count: string) => `${count} 条`,
  filterBy: "按此筛选",
  copy: "复制",
  copied: "已复制",
  notCopied: "未能复制",
};

export type ManyWords = typeof manyWordsZhCn;
