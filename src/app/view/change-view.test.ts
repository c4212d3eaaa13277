import { expect, test } from "vitest";
import { DEFAULT_SORT } from "#contract/view/sort.ts";
import { DEFAULT_VIEW, type View } from "#contract/view/view.ts";
import { changeView } from "./change-view.ts";

const onPage7: View = { ...DEFAULT_VIEW, page: 7, record: "job-1" };

test("another filter, range or order starts at page 1", () => {
  expect(changeView(onPage7, { criteria: { agentId: "a" } }).page).toBe(1);
  expect(changeView(onPage7, { time: { relative: "last7d" } }).page).toBe(1);
  expect(changeView(onPage7, { sort: { field: "talkTime", order: "ASC" } }).page).toBe(1);
});

test("opening a record or changing columns stays on the page", () => {
  expect(changeView(onPage7, { record: "job-2" }).page).toBe(7);
  expect(changeView(onPage7, { columns: { shown: ["talkTime"], pinned: 0 } }).page).toBe(7);
  expect(changeView(onPage7, {}).page).toBe(7);
});

test("undefined takes an optional part away altogether", () => {
  expect(changeView(onPage7, { record: undefined })).toEqual({ ...DEFAULT_VIEW, page: 7 });
});

test("a place in a recording is of one record, and stays with it", () => {
  const heard: View = { ...onPage7, position: 83 };
  expect(changeView(heard, { columns: { shown: ["talkTime"], pinned: 0 } }).position).toBe(83);
  expect(changeView(heard, { record: "job-1" }).position).toBe(83);
  expect(changeView(heard, { position: 90 })).toMatchObject({ position: 90, page: 7 });
  for (const record of ["job-2", undefined])
    expect(changeView(heard, { record })).not.toHaveProperty("position");
});

test("a pinned call stays on the page and goes with its instance", () => {
  const pinned = changeView(onPage7, { beside: "job-0" });
  expect(pinned).toEqual({ ...onPage7, beside: "job-0" });
  expect(changeView(pinned, { record: undefined }).beside).toBe("job-0");
  expect(changeView(pinned, { time: { relative: "last7d" } }).beside).toBe("job-0");
  expect(changeView(pinned, { instance: "ccc-2" })).toEqual({
    ...onPage7,
    page: 1,
    instance: "ccc-2",
  });
});

test("a range of a duration is shown in its own order until another is chosen, and without it in the usual one", () => {
  const waited = changeView(DEFAULT_VIEW, { criteria: { queueTime: "60.." } });
  expect(waited.sort).toEqual({ field: "queueTime", order: "DESC" });
  expect(changeView(waited, { criteria: { queueTime: "..20" } }).sort).toEqual({
    field: "queueTime",
    order: "ASC",
  });
  const byStart = changeView(waited, { sort: DEFAULT_SORT });
  expect(byStart.sort).toEqual(DEFAULT_SORT);
  const inbound = { queueTime: "60..", contactType: ["Inbound"] } as const;
  expect(changeView(byStart, { criteria: inbound }).sort).toEqual(DEFAULT_SORT);
  expect(changeView(waited, { criteria: {} }).sort).toEqual(DEFAULT_SORT);
  const both = changeView(waited, { criteria: { queueTime: "60..", talkTime: "..10" } });
  expect(both.sort).toEqual({ field: "talkTime", order: "ASC" });
});
