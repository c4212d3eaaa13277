import { noRecording, storageBroken, storageRefuses } from "./broken-recordings.ts";
import { brokenMidway, noData, resetBefore, truncatedJson } from "./broken-replies.ts";
import type { Fault } from "./fault.ts";
import { oddFields, unknownValues } from "./odd-records.ts";
import {
  eventsForbidden,
  gatewayUnavailable,
  internalError,
  notOk,
  throttled,
  throttledEverySecond,
} from "./refusals.ts";
import { hung, slow } from "./waits.ts";

export interface FaultyInstance {
  readonly id: string;
  readonly name: string;
  readonly fault: Fault;
}

/** What happens comes first: a narrow screen shows no more of a name. */
const row = (id: string, chinese: string, english: string, fault: Fault): FaultyInstance => ({
  id,
  name: `${chinese}（演示故障：${english}）`,
  fault,
});

/** The instances that go wrong on purpose. What each does is in the README of this folder. */
export const FAULTY_INSTANCES: readonly FaultyInstance[] = [
  row("ccc-fault-throttled", "限流", "throttled", throttled),
  row("ccc-fault-throttled-half", "隔次限流", "throttled half", throttledEverySecond),
  row("ccc-fault-500", "内部错误", "500", internalError),
  row("ccc-fault-503", "网关不可用", "503", gatewayUnavailable),
  row("ccc-fault-slow", "慢三秒", "slow", slow),
  row("ccc-fault-hung", "没有回答", "hung", hung),
  row("ccc-fault-reset", "连接重置", "reset", resetBefore),
  row("ccc-fault-midway", "传输中断", "cut midway", brokenMidway),
  row("ccc-fault-truncated", "JSON 不完整", "truncated", truncatedJson),
  row("ccc-fault-not-ok", "200 却不 OK", "not OK", notOk),
  row("ccc-fault-no-events", "事件被拒", "no events", eventsForbidden),
  row("ccc-fault-unknown-values", "未知取值", "unknown values", unknownValues),
  row("ccc-fault-odd-fields", "字段异常", "odd fields", oddFields),
  row("ccc-fault-no-data", "数据为空", "no data", noData),
  row("ccc-fault-no-recording", "录音已过期", "no recording", noRecording),
  row("ccc-fault-storage-refused", "存储拒绝", "storage refused", storageRefuses),
  row("ccc-fault-storage-broken", "存储出错", "storage broken", storageBroken),
];
