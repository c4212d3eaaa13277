import type { CallRecord } from "#contract/record/call-record.ts";

/** A column of the pages that the dashboard is held against: the texts of our own. */
export interface Column {
  readonly key: string;
  readonly title: string;
  /** px. */
  readonly width: number;
  readonly text: (record: CallRecord) => string;
}

const startedAt = new Intl.DateTimeFormat("zh-CN", {
  dateStyle: "short",
  timeStyle: "medium",
  timeZone: "Asia/Shanghai",
});

const duration = (seconds: number | undefined) =>
  seconds === undefined
    ? "–"
    : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

const joined = (parts: readonly unknown[] = [], between = "、") =>
  parts.filter((part) => part !== undefined && part !== "").join(between);

export const COLUMNS: readonly Column[] = [
  {
    key: "startTime",
    title: "开始时间",
    width: 160,
    text: ({ startTime }) => (startTime === undefined ? "–" : startedAt.format(startTime)),
  },
  { key: "type", title: "通话类型", width: 90, text: ({ contactType }) => contactType ?? "–" },
  {
    key: "parties",
    title: "主叫 → 被叫",
    width: 260,
    text: ({ callingNumber, callerLocation, calledNumber, calleeLocation }) =>
      joined([callingNumber, callerLocation, "→", calledNumber, calleeLocation], " "),
  },
  { key: "agents", title: "坐席", width: 120, text: ({ agentNames }) => joined(agentNames) },
  {
    key: "groups",
    title: "技能组",
    width: 120,
    text: ({ skillGroupNames }) => joined(skillGroupNames),
  },
  {
    key: "disposition",
    title: "挂断原因",
    width: 140,
    text: ({ contactDisposition }) => contactDisposition ?? "–",
  },
  {
    key: "phases",
    title: "阶段",
    width: 160,
    text: ({ ivrTime, queueTime, ringTime, talkTime }) =>
      joined([ivrTime, queueTime, ringTime, talkTime].map(duration), " · "),
  },
  { key: "total", title: "总时长", width: 80, text: ({ callDuration }) => duration(callDuration) },
  { key: "talk", title: "通话时长", width: 80, text: ({ talkTime }) => duration(talkTime) },
  {
    key: "satisfaction",
    title: "满意度",
    width: 110,
    text: ({ satisfactionIndex, satisfactionDescription }) =>
      joined([satisfactionIndex, satisfactionDescription], " "),
  },
  {
    key: "recording",
    title: "录音",
    width: 70,
    text: ({ recordingReady }) => (recordingReady === true ? "有" : "–"),
  },
];
