import { Table, type TableColumnsType } from "antd";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import type { CallRecord } from "#contract/record/call-record.ts";
import { COLUMNS } from "./columns.ts";

// What someone would write in an afternoon, to hold the dashboard's first row against: React, antd's
// virtual table with the texts of our columns, the same reply of `/api/records`, and nothing else.

const TABLE_COLUMNS: TableColumnsType<CallRecord> = COLUMNS.map(
  ({ key, title, width, text }, at) => ({
    key,
    title,
    width,
    render: (_value, record) => text(record),
    ...(at === 0 && { fixed: "left" }),
  }),
);

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
      columns={TABLE_COLUMNS}
      dataSource={records}
      loading={records === undefined}
      pagination={false}
      scroll={{ x: 1390, y: innerHeight - 40 }}
    />
  );
}

const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<PlainTable />);
