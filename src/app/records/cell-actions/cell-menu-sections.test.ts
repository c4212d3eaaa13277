import { expect, test } from "vitest";
import type { CellContext } from "#app/view/actions/cell-action.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { Column } from "#contract/view/columns.ts";
import { DEFAULT_VIEW } from "#contract/view/view.ts";
import { createFormats } from "#labels/formats.ts";
import { messagesZhCn } from "#labels/messages-zh-cn.ts";
import { actionByKey } from "./cell-action-by-key.ts";
import { cellTargets } from "./cell-action-targets.ts";
import { menuSections } from "./cell-menu-sections.ts";

const CONTEXT: CellContext = {
  view: DEFAULT_VIEW,
  mayFilterBy: () => true,
  seesNumbers: true,
  words: {
    labels: messagesZhCn,
    formats: createFormats("zh-CN", "Asia/Shanghai"),
    nowMs: Date.UTC(2026, 10, 22),
  },
  rowLink: (contactId) => contactId,
};
const RECORD: CallRecord = {
  contactId: "job-1",
  contactType: "Inbound",
  callDuration: 5,
  callingNumber: "154****0000",
  calledNumber: "02105550100",
};

const sections = (column: Column) =>
  menuSections(cellTargets(RECORD, column), CONTEXT).map(({ target, actions }) => [
    target?.field,
    actions.map(({ id }) => id),
  ]);

test("one thing has one block, and its copies stand together", () => {
  expect(sections("callDuration")).toEqual([
    ["callDuration", ["filter", "exclude"]],
    [undefined, ["copyValue", "copyLink", "copyJson"]],
  ]);
});

test("each of several things has its block, and what is done to the row is there once", () => {
  const block = ["filter", "exclude", "allCalls", "copyValue"];
  expect(sections("parties")).toEqual([
    ["callingNumber", block],
    ["calledNumber", block],
    [undefined, ["copyCell", "copyLink", "copyJson"]],
  ]);
});

/** What a key does on the cell of both numbers: the field it is for, or why it is for none. */
function byKey(key: "f" | "n" | "x", call: CallRecord) {
  const { action, target } = actionByKey(key, cellTargets(call, "parties"), CONTEXT) ?? {};
  return action?.enabled === true ? target?.field : action?.hint;
}
const BOTH: CallRecord = { callingNumber: "13800000001", calledNumber: "02105550100" };

test.each([
  ["Inbound", "callingNumber"],
  ["Outbound", "calledNumber"],
  ["Predictive", "calledNumber"],
  ["Back2Back", "calledNumber"],
  ["PrivacyDial", "calledNumber"],
  ["Internal", "noCustomer"],
  ["Conference", "noCustomer"],
  ["HoloCall", "sideUnknown"],
  [undefined, "sideUnknown"],
] as const)("of the two numbers of a call (%s) a key is for the customer's: %s", (type, meant) => {
  const call = type === undefined ? BOTH : { ...BOTH, contactType: type };
  expect([byKey("f", call), byKey("n", call)]).toEqual([meant, meant]);
});

test("a key never takes the other number where it can do nothing with the customer's", () => {
  const reasons = [
    ["13****0001", "masked"],
    ["\0", "unsayable"],
    [undefined, "customerAbsent"],
  ] as const;
  for (const [number, hint] of reasons)
    for (const [contactType, side] of [
      ["Inbound", "callingNumber"],
      ["Outbound", "calledNumber"],
    ] as const) {
      const { [side]: _, ...others } = BOTH;
      const call = { ...others, contactType, ...(number !== undefined && { [side]: number }) };
      expect([byKey("f", call), byKey("n", call)]).toEqual([hint, hint]);
    }
});

test("a key takes nobody else of a chain where the first has no id that can be asked for", () => {
  const call = { agentIds: ["a\0", "b"], agentNames: ["甲", "乙"] };
  const meant = actionByKey("f", cellTargets(call, "agentNames"), CONTEXT);
  expect(meant).toMatchObject({ target: { index: 0 }, action: { hint: "unsayable" } });
});

test("whatever is masked, all calls of a number are the customer's, by menu as by key", () => {
  for (const [contactType, own, hint] of [
    ["Inbound", "calledNumber", "ownNumber"],
    ["Predictive", "callingNumber", "ownNumber"],
    ["Internal", "callingNumber", "noCustomer"],
    ["HoloCall", "calledNumber", "sideUnknown"],
  ] as const) {
    const part = { record: { ...BOTH, contactType }, column: "parties", field: own } as const;
    const [section] = menuSections([part], CONTEXT);
    const allCalls = section?.actions.find(({ id }) => id === "allCalls");
    expect(allCalls).toMatchObject({ enabled: false, hint });
    // What was pointed at by itself can still be filtered by.
    expect(section?.actions.find(({ id }) => id === "filter")).toMatchObject({ enabled: true });
  }
});

test("what a key can do stands beside the one thing it is for, or beside none", () => {
  const withKey = (call: CallRecord) =>
    menuSections(cellTargets(call, "parties"), CONTEXT).flatMap(({ target, actions }) =>
      actions.filter(({ shortcut }) => shortcut === "f").map(() => target?.field),
    );
  expect(withKey({ ...BOTH, contactType: "Outbound" })).toEqual(["calledNumber"]);
  expect(withKey({ ...BOTH, contactType: "Internal" })).toEqual([]);
  expect(withKey(RECORD)).toEqual(["callingNumber"]);
});

test("the menu of one of several things does not promise a key that acts on another", () => {
  const hotLine = { record: RECORD, column: "parties", field: "calledNumber" } as const;
  const keys = menuSections([hotLine], CONTEXT).map(({ actions }) =>
    actions.flatMap(({ shortcut }) => shortcut ?? []),
  );
  expect(keys).toEqual([[], ["c", "l", "j"]]);
});

test("a key that nothing can be done with finds the reason", () => {
  expect(actionByKey("f", cellTargets(RECORD, "waitTime"), CONTEXT)?.action.hint).toBe("noFilter");
  expect(actionByKey("h", cellTargets(RECORD, "waitTime"), CONTEXT)).toBeUndefined();
});

test("a reason that two actions share is said once", () => {
  const [first] = menuSections(cellTargets(RECORD, "waitTime"), CONTEXT);
  expect(first?.actions.map(({ hint }) => hint)).toEqual([undefined, "noFilter"]);
});
