import { expect, test, vi } from "vitest";
import { MAX_PAGE_SIZE } from "#contract/record/list-limits.ts";
import { DEFAULT_VIEW } from "#contract/view/view.ts";
import { recordsPath } from "./first-paths.ts";
import { readRecordsRequest } from "./records.ts";

vi.mock(import("#contract/view/paging.ts"), async (original) => ({
  ...(await original()),
  PAGE_SIZE: 50,
}));

const read = (path: string) => readRecordsRequest(new URL(path, "http://localhost").searchParams);

test("if our table had pages of 50, a request could still ask for as much as the upstream gives", () => {
  const path = recordsPath({ view: DEFAULT_VIEW, size: MAX_PAGE_SIZE });
  expect(path).toBe("/api/records?size=100");
  expect(read(path)).toEqual({ request: { view: DEFAULT_VIEW, size: 100 }, problems: [] });
  expect(read(recordsPath({ view: DEFAULT_VIEW, size: 50 })).request.size).toBe(50);
  expect(read("/api/records?size=101").problems).toHaveLength(1);
});
