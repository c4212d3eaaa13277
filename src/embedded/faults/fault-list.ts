import { brokenMidway, noData, resetBefore, truncatedJson } from "./broken-replies.ts";
import type { Fault } from "./fault.ts";
import { oddFields, unknownValues } from "./odd-records.ts";
import {
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

const row = (id: string, name: string, fault: Fault): FaultyInstance => ({ id, name, fault });

/** The instances that go wrong on purpose. What each does is in the README of this folder. */
export const FAULTY_INSTANCES: readonly FaultyInstance[] = [
  row("ccc-fault-throttled", "演示故障：限流 · throttled", throttled),
  row("ccc-fault-throttled-half", "演示故障：隔次限流 · throttled half", throttledEverySecond),
  row("ccc-fault-500", "演示故障：内部错误 · 500", internalError),
  row("ccc-fault-503", "演示故障：网关不可用 · 503", gatewayUnavailable),
  row("ccc-fault-slow", "演示故障：慢三秒 · slow", slow),
  row("ccc-fault-hung", "演示故障：没有回答 · hung", hung),
  row("ccc-fault-reset", "演示故障：连接重置 · reset", resetBefore),
  row("ccc-fault-midway", "演示故障：传输中断 · cut midway", brokenMidway),
  row("ccc-fault-truncated", "演示故障：JSON 不完整 · truncated", truncatedJson),
  row("ccc-fault-not-ok", "演示故障：200 却不 OK · not OK", notOk),
  row("ccc-fault-unknown-values", "演示故障：未知取值 · unknown values", unknownValues),
  row("ccc-fault-odd-fields", "演示故障：字段异常 · odd fields", oddFields),
  row("ccc-fault-no-data", "演示故障：数据为空 · no data", noData),
];
