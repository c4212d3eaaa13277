import type { Locale } from "#contract/api/locales.ts";
import type { IncompleteReason } from "#contract/api/whole-export.ts";

const chinese = {
  title: "关于此文件",
  instance: "实例",
  range: "时间范围",
  asOf: "截至",
  filter: "筛选条件",
  noFilter: "无",
  order: "顺序",
  orders: { ASC: "升序", DESC: "降序" },
  rows: "记录数 / 总数",
  page: "页",
  completeness: "完整性",
  complete: "符合条件的通话全部在内",
  incomplete: {
    counts_differ: "不完整：云服务给出的记录数与它统计的总数不符",
    too_many_at_once: "不完整：同一时刻的通话超过一次查询能取到的上限",
  },
  numbers: "电话号码",
  masked: "中间几位已隐藏",
  full: "完整",
  by: "导出人",
  madeAt: "导出时间",
  requestIds: "请求 ID",
  link: "链接",
};

type AboutWords = {
  readonly [Name in keyof typeof chinese]: Name extends "incomplete"
    ? Readonly<Record<IncompleteReason, string>>
    : Name extends "orders"
      ? Readonly<Record<"ASC" | "DESC", string>>
      : string;
};

const english = {
  title: "About this file",
  instance: "Instance",
  range: "Time range",
  asOf: "As of",
  filter: "Filters",
  noFilter: "None",
  order: "Order",
  orders: { ASC: "ascending", DESC: "descending" },
  rows: "Records / total",
  page: "Page",
  completeness: "Completeness",
  complete: "All calls that match are in it",
  incomplete: {
    counts_differ: "Incomplete: the cloud gave other numbers of records than it had counted",
    too_many_at_once: "Incomplete: more calls began at one instant than a query reaches",
  },
  numbers: "Phone numbers",
  masked: "Middle digits hidden",
  full: "In full",
  by: "Exported by",
  madeAt: "Exported at",
  requestIds: "Request ID",
  link: "Link",
};

/** What a file says about itself: on the server, and in the browser with what writes files. */
export const ABOUT_WORDS: Readonly<Record<Locale, AboutWords>> = {
  "zh-CN": chinese,
  "en-US": english,
};
