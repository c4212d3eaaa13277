import { expect, test } from "vitest";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import { DEFAULT_VIEW } from "#contract/view/view.ts";
import { recordsPath } from "./first-paths.ts";
import { readRecordsRequest } from "./records.ts";

const read = (path: string) => readRecordsRequest(new URL(path, "http://localhost").searchParams);

test("a request survives its path, without the drawer and the columns", () => {
  const view = { ...DEFAULT_VIEW, instance: "ccc-test", page: 7 };
  const onScreen = { record: "job-1", columns: { shown: ["talkTime"], pinned: 0 } } as const;
  const path = recordsPath({ view: { ...view, ...onScreen }, size: 1 });
  expect(path).toBe("/api/records?instance=ccc-test&page=7&size=1");
  expect(read(path)).toEqual({ request: { view, size: 1 }, problems: [] });
});

test("a page is as large as our table's unless it is said otherwise", () => {
  expect(recordsPath({ view: DEFAULT_VIEW, size: PAGE_SIZE })).toBe("/api/records");
  expect(recordsPath({ view: DEFAULT_VIEW, size: 1 })).toBe("/api/records?size=1");
  expect(read("/api/records").request.size).toBe(PAGE_SIZE);
});

test("a page past the last that the upstream has is refused by name", () => {
  expect(read("/api/records?page=100").problems).toEqual([]);
  expect(read("/api/records?page=101").problems).toEqual([
    { name: "page", value: "101", reason: "out-of-reach" },
  ]);
});

test("a size given twice is refused", () => {
  expect(read("/api/records?size=1&size=2").problems).toHaveLength(1);
});

test.each(["0", "101", "-1", "1.5", "ten", ""])("size=%s is refused by name", (size) => {
  expect(read(`/api/records?size=${size}`).problems).toEqual([
    { name: "size", value: size, reason: "bad-value" },
  ]);
});
