import { Table, type TableColumnsType } from "antd";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import type { CallRecord } from "#contract/record/call-record.ts";

// What someone would write in an afternoon, to hold the dashboard's first row against: React, antd's
// virtual table with the texts of our columns, the same reply of `/api/records`, and nothing else.

const startedAt = new Intl.DateTimeFormat("zh-CN", {
  dateStyle: "short",
  timeStyle: "medium",
  timeZone: "Asia/Shanghai",
});

const duration = (seconds: number | undefined) =>
  seconds === undefined
    ? "–"
    : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

const COLUMNS: TableColumnsType<CallRecord> = [
  {
    title: "开始时间",
    dataIndex: "startTime",
    width: 160,
    fixed: "left",
    render: (at: number | undefined) => (at === undefined ? "–" : startedAt.format(at)),
  },
  { title: "通话类型", dataIndex: "contactType", width: 90 },
  {
    title: "主叫 → 被叫",
    key: "parties",
    width: 260,
    render: (_value, { callingNumber, callerLocation, calledNumber, calleeLocation }) =>
      [callingNumber, callerLocation, "→", calledNumber, calleeLocation].filter(Boolean).join(" "),
  },
  {
    title: "坐席",
    dataIndex: "agentNames",
    width: 120,
    render: (names: readonly string[] | undefined) => names?.join("、"),
  },
  {
    title: "技能组",
    dataIndex: "skillGroupNames",
    width: 120,
    render: (names: readonly string[] | undefined) => names?.join("、"),
  },
  { title: "挂断原因", dataIndex: "contactDisposition", width: 140 },
  {
    title: "阶段",
    key: "phases",
    width: 160,
    render: (_value, { ivrTime, queueTime, ringTime, talkTime }) =>
      [ivrTime, queueTime, ringTime, talkTime].map(duration).join(" · "),
  },
  { title: "总时长", dataIndex: "callDuration", width: 80, render: duration },
  { title: "通话时长", dataIndex: "talkTime", width: 80, render: duration },
  {
    title: "满意度",
    key: "satisfaction",
    width: 110,
    render: (_value, { satisfactionIndex, satisfactionDescription }) =>
      [satisfactionIndex, satisfactionDescription].filter(Boolean).join(" "),
  },
  {
    title: "录音",
    dataIndex: "recordingReady",
    width: 70,
    render: (isReady: boolean | undefined) => (isReady === true ? "有" : "–"),
  },
];

function PlainTable() {
  const [records, setRecords] = useState<readonly CallRecord[]>();
  useEffect(() => {
    void fetch(`/api/records${location.search}`)
      .then((reply) => reply.json())
      .then((reply: { records: CallRecord[] }) => setRecords(reply.records));
  }, []);
  return (
    <Table
      virtual
      size="small"
      rowKey="contactId"
      columns={COLUMNS}
      dataSource={records}
      loading={records === undefined}
      pagination={false}
      scroll={{ x: 1390, y: innerHeight - 40 }}
    />
  );
}

const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<PlainTable />);
