import { expect, test } from "vitest";
import { eventsPath } from "./events.ts";
import { readRecordRequest, recordPath, type RecordRequest } from "./record.ts";

const read = (path: string) => {
  const { pathname, searchParams } = new URL(path, "http://localhost");
  return readRecordRequest(
    decodeURIComponent(pathname.slice("/api/records/".length)),
    searchParams,
  );
};

test.each<RecordRequest>([
  { contactId: "job-1", instance: "ccc-test" },
  { contactId: "a/b?c=&$&#%", instance: "呼叫 & 中心" },
  { contactId: "job-1" },
])("%o survives its path", (request) => {
  expect(read(recordPath(request))).toEqual({ request, problems: [] });
});

test("the events of a call are asked for below its own path", () => {
  expect(eventsPath({ contactId: "a/b", instance: "ccc-test" })).toBe(
    "/api/records/a%2Fb/events?instance=ccc-test",
  );
  expect(eventsPath({ contactId: "job-1" })).toBe("/api/records/job-1/events");
});

test("every problem is named, that of the contact id first", () => {
  expect(read("/api/records/%0a?page=1&instance=a&instance=b").problems).toEqual([
    { name: "contactId", value: "\n", reason: "bad-value" },
    { name: "page", reason: "unknown-name" },
    { name: "instance", reason: "repeated" },
  ]);
});
