import { expect, test } from "vitest";
import type { CellAction, CellContext, CellTarget } from "#app/view/actions/cell-action.ts";
import { mayFilterByOf } from "#app/view/actions/may-filter-by.ts";
import { changeView } from "#app/view/change-view.ts";
import { ALL_RIGHTS } from "#contract/api/rights.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { RECORD_FIELD_NAMES, type RecordField } from "#contract/record/record-fields.ts";
import { DAY_MS, HOUR_MS } from "#contract/time/durations.ts";
import type { Column } from "#contract/view/columns.ts";
import { DEFAULT_VIEW, type View } from "#contract/view/view.ts";
import { createFormats } from "#labels/formats.ts";
import { messagesZhCn } from "#labels/messages-zh-cn.ts";
import { cellTargets } from "./cell-action-targets.ts";
import { cellActions } from "./cell-actions.ts";

const SHANGHAI_NOON = Date.UTC(2026, 10, 22, 4, 0, 30, 250);
const RECORD: CallRecord = {
  contactId: "job-1",
  contactType: "Inbound",
  contactDisposition: "Success",
  startTime: SHANGHAI_NOON,
  callDuration: 65,
  callingNumber: "15400000000",
  calledNumber: "0210555****",
  broker: "95000000000",
  agentIds: ["one@ccc-test", "two@ccc-test"],
  agentNames: ["甲", "乙"],
  satisfactionIndex: 5,
  satisfactionDescription: "很满意",
};

const context = (view: Partial<View> = {}): CellContext => ({
  view: { ...DEFAULT_VIEW, page: 7, ...view },
  mayFilterBy: () => true,
  seesNumbers: true,
  words: {
    labels: messagesZhCn,
    formats: createFormats("zh-CN", "Asia/Shanghai"),
    nowMs: SHANGHAI_NOON,
  },
  rowLink: (contactId) => `link to ${contactId}`,
});

/** One action on a field, in its own column, by its id. */
function action(
  id: CellAction["id"],
  target: RecordField | Omit<CellTarget, "record">,
  criteria: Criteria = {},
  record = RECORD,
): CellAction | undefined {
  const where = typeof target === "string" ? { column: target, field: target } : target;
  return cellActions({ record, ...where }, context({ criteria })).find((one) => one.id === id);
}

test("filtering for a value replaces what its criterion was and leaves the others", () => {
  const criteria: Criteria = { contactType: ["Outbound", "Inbound"], skillGroupId: "g" };
  expect(action("filter", "contactType", criteria)).toMatchObject({
    enabled: true,
    change: { criteria: { contactType: ["Inbound"], skillGroupId: "g" } },
  });
});

test("a name is filtered for by the id that stands in the same place", () => {
  const second = { column: "agentNames", field: "agentNames", index: 1 } as const;
  expect(action("filter", second)?.change).toEqual({ criteria: { agentId: "two@ccc-test" } });
});

test("a name without an id that is certainly its own cannot be filtered for", () => {
  const name = { column: "agentNames", field: "agentNames", index: 0 } as const;
  const record: CallRecord = { ...RECORD, agentIds: ["two@ccc-test"] };
  expect(action("filter", name, {}, record)).toMatchObject({ enabled: false, hint: "noId" });
});

test("the digit of an answer is filtered for as the key that it is", () => {
  expect(action("filter", "satisfactionIndex")?.change).toEqual({
    criteria: { satisfactionIndex: ["5"] },
  });
});

test("a start time is filtered for to the second that is on screen", () => {
  const from = SHANGHAI_NOON - 250;
  expect(action("filter", "startTime")?.change).toEqual({ time: { from, to: from + 999 } });
});

test("what the upstream has no filter for is there, with that reason", () => {
  for (const field of ["waitTime", "broker"] as const) {
    expect(action("filter", field)).toMatchObject({ enabled: false, hint: "noFilter" });
    expect(action("exclude", field)).toMatchObject({ enabled: false, hint: "noFilter" });
  }
  expect(action("filter", { column: "phases" })).toMatchObject({ hint: "noFilter" });
});

test("of a duration those calls are looked for that took as long, or longer, in their order", () => {
  const record: CallRecord = { ...RECORD, queueTime: 75 };
  expect(action("filter", "queueTime", {}, record)).toMatchObject({
    label: "filterFrom",
    change: { criteria: { queueTime: "75.." } },
  });
  expect(action("exclude", "queueTime", {}, record)).toMatchObject({ hint: "notListed" });
  for (const queueTime of [-1, 0.5, 1e9])
    expect(action("filter", "queueTime", {}, { ...RECORD, queueTime })?.hint).toBe("unsayable");
});

test("excluding chooses the other options, and says what else is left out", () => {
  const exclude = action("exclude", "contactType");
  expect(exclude).toMatchObject({ enabled: true, label: "exclude", hint: "dropsUnlisted" });
  expect(exclude?.change?.criteria?.contactType).not.toContain("Inbound");
  expect(action("exclude", "satisfactionIndex")).toMatchObject({
    label: "excludeInList",
    hint: "dropsAbsent",
  });
});

test("excluding from a choice takes the value out of it, and no more is to be said", () => {
  const exclude = action("exclude", "contactType", { contactType: ["Inbound", "Internal"] });
  expect(exclude?.change).toEqual({ criteria: { contactType: ["Internal"] } });
  expect(exclude?.hint).toBeUndefined();
});

test("what cannot be excluded says why", () => {
  expect(action("exclude", "callingNumber")).toMatchObject({ enabled: false, hint: "notListed" });
  expect(action("exclude", "satisfactionDescription")).toMatchObject({ hint: "notListed" });
  expect(action("exclude", "startTime")).toMatchObject({ hint: "notListed" });
  const chosen: Criteria = { contactType: ["Inbound"] };
  expect(action("exclude", "contactType", chosen)).toMatchObject({
    enabled: false,
    hint: "lastOption",
  });
});

test("a number that is masked cannot be filtered by", () => {
  expect(action("filter", "calledNumber")).toMatchObject({ enabled: false, hint: "masked" });
  expect(action("allCalls", "calledNumber")).toMatchObject({ enabled: false, hint: "masked" });
});

test("a number in whatever form a call has it is filtered for as it stands", () => {
  for (const callingNumber of ["+8613800000000", "138-0000 0000", "(021) 55500100"])
    expect(action("filter", "callingNumber", {}, { ...RECORD, callingNumber })?.change).toEqual({
      criteria: { callingNumber },
    });
});

test("all calls of a number are looked for by what both of its forms share", () => {
  const part = (callingNumber: string) =>
    action("allCalls", "callingNumber", {}, { ...RECORD, callingNumber })?.change?.criteria
      ?.phoneNumber;
  expect(part("+8613800000000")).toBe("13800000000");
  expect(part("13800000000")).toBe("13800000000");
  // What the two forms share must be in this call's own.
  expect(part("+86 138-0000-0000")).toBe("+86 138-0000-0000");
});

test("all calls of a number drop the other criteria and keep the range", () => {
  const view = { criteria: { contactType: ["Inbound"] }, time: { relative: "last7d" } } as const;
  const target = { record: RECORD, column: "parties", field: "callingNumber" } as const;
  const all = cellActions(target, context(view)).find(({ id }) => id === "allCalls");
  expect(changeView(context(view).view, all?.change ?? {})).toEqual({
    ...DEFAULT_VIEW,
    time: { relative: "last7d" },
    criteria: { phoneNumber: "15400000000" },
  });
});

test("the number between the two sides is one that the upstream does not search", () => {
  expect(action("allCalls", "broker")).toMatchObject({ enabled: false, hint: "noFilter" });
});

test("the same hour and day of a start time are ranges that end at their last millisecond", () => {
  const hour = SHANGHAI_NOON - 30_250;
  expect(action("sameHour", "startTime")).toMatchObject({
    change: { time: { from: hour, to: hour + HOUR_MS - 1 } },
    values: { from: "12:00", to: "12:59" },
  });
  const midnight = Date.UTC(2026, 10, 21, 16);
  expect(action("sameDay", "startTime")).toMatchObject({
    change: { time: { from: midnight, to: midnight + DAY_MS - 1 } },
    values: { day: "2026-11-22" },
  });
  expect(action("sameDay", "startTime")?.hint).toBeUndefined();
});

test("another time of a call asks for calls that began then, and tells if this one did not", () => {
  const record = { ...RECORD, releaseTime: SHANGHAI_NOON + HOUR_MS };
  expect(action("sameHour", "releaseTime", {}, record)?.hint).toBe("byStartWithoutThis");
  expect(action("sameDay", "releaseTime", {}, record)?.hint).toBe("byStart");
});

test("a contact id goes when something else is filtered for, since it would hide it", () => {
  const criteria: Criteria = { contactId: "job-1", skillGroupId: "g" };
  for (const [id, field] of [
    ["filter", "contactType"],
    ["exclude", "contactType"],
    ["allCalls", "callingNumber"],
    ["sameDay", "startTime"],
    ["filter", "startTime"],
  ] as const)
    expect([id, action(id, field, criteria)?.change?.criteria?.contactId]).toEqual([id, undefined]);
  expect(action("sameDay", "startTime", criteria)?.change?.criteria).toEqual({ skillGroupId: "g" });
  expect(action("filter", "contactId", { skillGroupId: "g" })?.change?.criteria).toEqual({
    contactId: "job-1",
    skillGroupId: "g",
  });
});

test("where there is no value the row can still be copied", () => {
  expect(action("filter", "earlyMediaState")).toMatchObject({ enabled: false, hint: "absent" });
  expect(action("exclude", "earlyMediaState")).toMatchObject({ enabled: false, hint: "absent" });
  expect(action("copyValue", "earlyMediaState")).toMatchObject({ enabled: false, hint: "absent" });
  expect(action("copyLink", "earlyMediaState")?.copy?.()).toBe("link to job-1");
  expect(JSON.parse(action("copyJson", "earlyMediaState")?.copy?.() ?? "")).toEqual(RECORD);
});

test("a value is copied as it stands on screen, a part by itself and with its cell", () => {
  expect(action("copyValue", "callDuration")?.copy?.()).toBe("1:05");
  expect(action("copyValue", "contactDisposition")?.copy?.()).toBe("正常结束");
  const second = { column: "agentNames", field: "agentNames", index: 1 } as const;
  expect(action("copyValue", second)?.copy?.()).toBe("乙");
  const key = { column: "satisfaction", field: "satisfactionIndex" } as const;
  expect(action("copyValue", key)?.copy?.()).toBe("5");
  expect(action("copyCell", key)?.copy?.()).toBe("5 · 很满意");
  expect(action("copyCell", "callDuration")).toBeUndefined();
});

test("the reason for having no answer is copied in the words of the cell", () => {
  const record: CallRecord = { satisfactionSurveyOffered: true };
  const part = { column: "satisfaction", field: "satisfactionSurveyOffered" } as const;
  expect(action("copyValue", part, {}, record)?.copy?.()).toBe("未评价");
});

test("the key for copying copies the cell that has the focus", () => {
  const byKey = (target: Omit<CellTarget, "record">) =>
    cellActions({ record: RECORD, ...target }, context())
      .filter(({ shortcut }) => shortcut === "c")
      .map(({ id }) => id);
  expect(byKey({ column: "contactType", field: "contactType" })).toEqual(["copyValue"]);
  expect(byKey({ column: "parties", field: "callingNumber" })).toEqual(["copyCell"]);
  expect(byKey({ column: "agentNames", field: "agentNames", index: 0 })).toEqual(["copyCell"]);
});

test("a cell that shows several things means each that can be filtered by", () => {
  const fields = (column: Column, record = RECORD) =>
    cellTargets(record, column).map(({ field, index }) => [field, index]);
  expect(fields("parties")).toEqual([
    ["callingNumber", undefined],
    ["calledNumber", undefined],
  ]);
  expect(fields("agentNames")).toEqual([
    ["agentNames", 0],
    ["agentNames", 1],
  ]);
  expect(fields("satisfaction", {})).toEqual([["satisfactionIndex", undefined]]);
  expect(fields("phases")).toEqual([[undefined, undefined]]);
  expect(fields("callDuration")).toEqual([["callDuration", undefined]]);
});

test("a documented value of every field that a filter looks at can be filtered for", () => {
  const record: CallRecord = {
    ...RECORD,
    calledNumber: "02105550100",
    skillGroupIds: ["g@ccc-test"],
    skillGroupNames: ["组"],
    earlyMediaState: "Busy",
    satisfactionSurveyChannel: "IVR",
  };
  const filtered = RECORD_FIELD_NAMES.filter((field) =>
    cellTargets(record, field).some(
      (target) => cellActions(target, context()).find(({ id }) => id === "filter")?.enabled,
    ),
  );
  expect(filtered).toEqual([
    "contactId",
    "contactType",
    "contactDisposition",
    "startTime",
    "callDuration",
    "callingNumber",
    "calledNumber",
    "agentIds",
    "agentNames",
    "skillGroupIds",
    "skillGroupNames",
    "earlyMediaState",
    "satisfactionSurveyChannel",
    "satisfactionIndex",
    "satisfactionDescription",
  ]);
});

test("who sees numbers masked, or may not search by one, filters by that of the call", () => {
  const masked: CellContext = { ...context(), seesNumbers: false, mayFilterBy: () => false };
  const called = { record: RECORD, column: "calledNumber", field: "calledNumber" } as const;
  const filter = (of: CellContext, target: CellTarget = called) =>
    cellActions(target, of).find(({ id }) => id === "filter");
  const ofCall = { contactId: RECORD.contactId, side: "called", filter: "calledNumber" };
  expect(filter(masked)).toMatchObject({ enabled: true, ofCall });
  expect(filter({ ...masked, mayFilterBy: () => true })).toMatchObject({ ofCall });
  const caller = { record: RECORD, column: "callingNumber", field: "callingNumber" } as const;
  const ofCaller = { ...ofCall, side: "caller", filter: "callingNumber" };
  expect(filter({ ...masked, seesNumbers: true }, caller)).toMatchObject({ ofCall: ofCaller });
  expect(filter(context(), caller)?.ofCall).toBeUndefined();
  // An agent's own device is no side that a filter compares with.
  const broker = { record: RECORD, column: "broker", field: "broker" } as const;
  expect(filter(masked, broker)).toMatchObject({ enabled: false });
  const { contactId: _, ...nameless } = RECORD;
  expect(filter(masked, { ...called, record: nameless })).toMatchObject({ hint: "masked" });
});

test("what a reader may not filter by is not offered, and the rest is", () => {
  const bounded: CellContext = {
    ...context(),
    mayFilterBy: mayFilterByOf({
      rights: { ...ALL_RIGHTS, searchByNumber: false },
      scope: { filter: "agentId", people: [{ id: "two@ccc-test", name: "乙" }] },
    }),
  };
  const idsOf = (target: Omit<CellTarget, "record">) =>
    cellActions({ record: RECORD, ...target }, bounded).map(({ id }) => id);
  const value = ["filter", "exclude"];
  expect(idsOf({ column: "callingNumber", field: "callingNumber" })).not.toContain("allCalls");
  expect(idsOf({ column: "callingNumber", field: "callingNumber" })).toContain("copyValue");
  const agent = { column: "agentNames", field: "agentNames" } as const;
  expect(idsOf({ ...agent, index: 0 })).not.toContain("filter");
  expect(idsOf({ ...agent, index: 1 })).toEqual(expect.arrayContaining(value));
  expect(idsOf({ column: "contactType", field: "contactType" })).toEqual(
    expect.arrayContaining(value),
  );
});
