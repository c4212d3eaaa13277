import { expect, test } from "vitest";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { Column } from "#contract/view/columns.ts";
import { recordSheet } from "./record-sheet.ts";

const words = {
  title: "Calls",
  timeZone: "Asia/Shanghai",
  heading: (field: string) => field.toUpperCase(),
  text: (record: CallRecord, field: keyof CallRecord) =>
    field === "satisfactionIndex" && record[field] === undefined
      ? "not answered"
      : record[field]?.toString(),
  instant: (ms: number) => new Date(ms).toISOString(),
};
const sheetOf = (...columns: Column[]) => recordSheet(columns, words);

test("columns come in the order of the screen, and the contact id with them", () => {
  const { head, row } = sheetOf("talkTime", "contactType", "startTime");
  expect(head.columns.map(({ heading }) => heading)).toEqual([
    "TALKTIME",
    "CONTACTTYPE",
    "STARTTIME (Asia/Shanghai)",
    "CONTACTID",
  ]);
  expect(row({ startTime: 0, talkTime: 61, contactType: "Inbound", contactId: "123" })).toEqual([
    { kind: "seconds", seconds: 61, text: "61" },
    { kind: "text", text: "Inbound" },
    { kind: "instant", text: "1970-01-01T00:00:00.000Z" },
    { kind: "text", text: "123" },
  ]);
});

test("a contact id that is on screen stays where it is", () => {
  const { head } = sheetOf("contactId", "talkTime");
  expect(head.columns.map(({ heading }) => heading)).toEqual(["CONTACTID", "TALKTIME"]);
});

test("a column of several fields becomes one for each, and no field comes twice", () => {
  const { head, row } = sheetOf("talkTime", "parties", "phases");
  expect(head.columns.map(({ heading }) => heading)).toEqual(
    [
      ["talkTime", "callingNumber", "callerLocation", "calledNumber", "calleeLocation"],
      ["ivrTime", "queueTime", "ringTime", "dialingTime", "contactId"],
    ]
      .flat()
      .map(words.heading),
  );
  expect(row({ callingNumber: "a" })[1]).toEqual({ kind: "text", text: "a" });
});

test("why there is no figure is a text among figures, and nothing is nothing", () => {
  const { row } = sheetOf("satisfactionIndex", "talkTime");
  expect(row({})).toEqual([{ kind: "text", text: "not answered" }, undefined, undefined]);
  expect(row({ satisfactionIndex: 5 })[0]).toEqual({ kind: "integer", integer: 5 });
});
