import { expect, test } from "vitest";
import { createFormats } from "#app/i18n/formats.ts";
import { messagesZhCn } from "#app/i18n/messages-zh-cn.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { Column } from "#contract/view/columns.ts";
import { DEFAULT_VIEW } from "#contract/view/view.ts";
import { actionByKey } from "./cell-action-by-key.ts";
import { cellTargets } from "./cell-action-targets.ts";
import type { CellContext } from "./cell-action.ts";
import { menuSections } from "./cell-menu-sections.ts";

const CONTEXT: CellContext = {
  view: DEFAULT_VIEW,
  words: {
    labels: messagesZhCn,
    formats: createFormats("zh-CN", "Asia/Shanghai"),
    nowMs: Date.UTC(2026, 10, 22),
  },
  rowLink: (contactId) => contactId,
};
const RECORD: CallRecord = {
  contactId: "job-1",
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

test("a key acts on the first thing with which it can be done, and stands beside it alone", () => {
  const targets = cellTargets(RECORD, "parties");
  expect(actionByKey("f", targets, CONTEXT)?.target.field).toBe("calledNumber");
  const withKey = menuSections(targets, CONTEXT).flatMap(({ target, actions }) =>
    actions.filter(({ shortcut }) => shortcut === "f").map(() => target?.field),
  );
  expect(withKey).toEqual(["calledNumber"]);
});

test("the menu of one of several things does not promise a key that acts on another", () => {
  const masked = { record: RECORD, column: "parties", field: "callingNumber" } as const;
  const keys = menuSections([masked], CONTEXT).map(({ actions }) =>
    actions.flatMap(({ shortcut }) => shortcut ?? []),
  );
  // Neither can be excluded, and the key says so of the first.
  expect(keys).toEqual([["x"], ["c", "l", "j"]]);
});

test("a key that nothing can be done with finds the reason", () => {
  expect(actionByKey("f", cellTargets(RECORD, "callDuration"), CONTEXT)?.action.hint).toBe(
    "noFilter",
  );
  expect(actionByKey("h", cellTargets(RECORD, "callDuration"), CONTEXT)).toBeUndefined();
});

test("a reason that two actions share is said once", () => {
  const [first] = menuSections(cellTargets(RECORD, "callDuration"), CONTEXT);
  expect(first?.actions.map(({ hint }) => hint)).toEqual([undefined, "noFilter"]);
});
