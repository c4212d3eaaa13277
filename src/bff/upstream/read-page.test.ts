import { expect, test } from "vitest";
import { readPage } from "./read-page.ts";

const read = (data: unknown) => readPage({ data, requestId: "request-1" });

test.each([
  ["a list and its total", { List: [1, 2], TotalCount: 7 }, [1, 2], 7],
  ["a total as text", { List: [], TotalCount: " 7 " }, [], 7],
  ["no total", { List: [1] }, [1], null],
  ["a total that is none", { List: [1], TotalCount: "many" }, [1], null],
  ["a total below 0", { List: [1], TotalCount: -1 }, [1], null],
  ["a total of another type", { List: [1], TotalCount: {} }, [1], null],
  ["no list where there is nothing", { TotalCount: 0 }, [], 0],
  ["null for a list of nothing", { List: null, TotalCount: "0" }, [], 0],
])("%s is a page", (_name, data, items, total) => {
  expect(read(data)).toEqual({ items, total });
});

test.each([
  ["no data", undefined],
  ["data of another shape", [1]],
  ["no list where there are some", { TotalCount: 3 }],
  ["no list and no total", {}],
  ["a list of another shape", { List: { 0: 1 }, TotalCount: 0 }],
])("%s is a bad reply, by the upstream's request id", (_name, data) => {
  expect(() => read(data)).toThrow(
    expect.objectContaining({ code: "upstream_bad_reply", parts: { requestId: "request-1" } }),
  );
});
