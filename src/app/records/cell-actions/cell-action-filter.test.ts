import fc from "fast-check";
import { expect, test } from "vitest";
import { changeView } from "#app/view/change-view.ts";
import type { Criteria, CriterionKey } from "#contract/filter/filters.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { FIELD_ENUMS, isEnumField } from "#contract/record/enums.ts";
import {
  RECORD_FIELD_NAMES,
  RECORD_FIELDS,
  type RecordField,
} from "#contract/record/record-fields.ts";
import { COLUMN_NAMES } from "#contract/view/columns.ts";
import { readView, viewSearch } from "#contract/view/view-codec.ts";
import { DEFAULT_VIEW, type View } from "#contract/view/view.ts";
import { createFormats } from "#labels/formats.ts";
import { messagesZhCn } from "#labels/messages-zh-cn.ts";
import { cellTargets } from "./cell-action-targets.ts";
import { cellActions } from "./cell-actions.ts";

const formats = createFormats("zh-CN", "Asia/Shanghai");
const words = { labels: messagesZhCn, formats, nowMs: Date.UTC(2026, 10, 22) };

function isInText(text: string, seconds: number | undefined): boolean {
  const [from = "", to = ""] = text.split("..");
  if (seconds === undefined || from + to === "") return false;
  return (from === "" || seconds >= Number(from)) && (to === "" || seconds <= Number(to));
}

/** Whether a call meets a criterion, straight from what the provider's page says of it. */
const MEETS: {
  [K in CriterionKey]: (record: CallRecord, value: NonNullable<Criteria[K]>) => boolean;
} = {
  contactDisposition: (record, values) => values.includes(record.contactDisposition ?? ""),
  contactType: (record, values) => values.includes(record.contactType ?? ""),
  phoneNumber: (record, part) =>
    [record.callingNumber, record.calledNumber].some((number) => number?.includes(part)),
  callingNumber: (record, number) => record.callingNumber === number,
  calledNumber: (record, number) => record.calledNumber === number,
  queueTime: (record, text) => isInText(text, record.queueTime),
  ringTime: (record, text) => isInText(text, record.ringTime),
  talkTime: (record, text) => isInText(text, record.talkTime),
  callDuration: (record, text) => isInText(text, record.callDuration),
  ivrTime: (record, text) => isInText(text, record.ivrTime),
  dialingTime: (record, text) => isInText(text, record.dialingTime),
  agentId: (record, id) => record.agentIds?.includes(id) ?? false,
  skillGroupId: (record, id) => record.skillGroupIds?.includes(id) ?? false,
  satisfactionIndex: (record, values) => values.includes(String(record.satisfactionIndex)),
  satisfactionDescription: (record, values) =>
    values.includes(record.satisfactionDescription ?? ""),
  satisfactionSurveyChannel: (record, value) => record.satisfactionSurveyChannel === value,
  earlyMediaState: (record, values) => values.includes(record.earlyMediaState ?? ""),
  contactId: (record, id) => record.contactId === id,
};

// Short ones collide with each other and with the rules of links.
const anyText = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.stringMatching(/^[a-z@,~\\ -]{1,6}$/),
  fc.string({ minLength: 120, maxLength: 140 }),
);
function anyValue(field: RecordField): fc.Arbitrary<unknown> {
  if (isEnumField(field)) return fc.oneof(fc.constantFrom<string>(...FIELD_ENUMS[field]), anyText);
  switch (RECORD_FIELDS[field]) {
    case "phone":
      return fc.oneof(fc.stringMatching(/^\+?[0-9*() -]{1,14}$/), anyText);
    case "list":
      return fc.array(anyText, { maxLength: 3 });
    case "instant":
      return fc.oneof(
        fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) }),
        fc.maxSafeInteger(),
      );
    case "seconds":
    case "integer":
      return fc.integer({ min: -3, max: 12 });
    case "boolean":
      return fc.boolean();
    default:
      return anyText;
  }
}
const anyRecord = fc
  .record(Object.fromEntries(RECORD_FIELD_NAMES.map((field) => [field, anyValue(field)])), {
    requiredKeys: [],
  })
  // Each value is of its field's own kind.
  .map((record) => record as CallRecord);
const anyCriteria = fc.subarray<[string, unknown]>([
  ["contactId", "job-9"],
  ["contactType", ["Outbound"]],
  ["satisfactionSurveyChannel", "SMS"],
  ["earlyMediaState", ["Busy", "PowerOff"]],
]);

const asSets = (view: View) => ({
  ...view,
  criteria: Object.fromEntries(
    Object.entries(view.criteria).map(([key, value]) => [key, [value].flat().toSorted()]),
  ),
});

const anyAction = fc
  .tuple(anyRecord, anyCriteria, fc.constantFrom(...COLUMN_NAMES))
  .map(([record, criteria, column]) => {
    const view: View = { ...DEFAULT_VIEW, page: 7, criteria: Object.fromEntries(criteria) };
    const targets = cellTargets(record, column);
    const all = targets.flatMap((target) =>
      cellActions(target, {
        view,
        words,
        mayFilterBy: () => true,
        seesNumbers: true,
        rowLink: (contactId) => contactId,
      }).map((one) => ({ ...one, target })),
    );
    return { view, record, all };
  });

test("an action can be done, or says why not", () => {
  fc.assert(
    fc.property(anyAction, ({ all }) => {
      for (const { enabled, change, copy, hint } of all) {
        expect(enabled).toBe((change ?? copy) !== undefined);
        expect(enabled || hint !== undefined).toBe(true);
      }
    }),
  );
});

test("whatever an action leads to fits into a link", () => {
  fc.assert(
    fc.property(anyAction, ({ view, all }) => {
      for (const { change } of all.filter((one) => one.change !== undefined)) {
        const next = changeView(view, change ?? {});
        const { view: restored, problems } = readView(new URLSearchParams(viewSearch(next)));
        expect(problems).toEqual([]);
        expect(asSets(restored)).toEqual(asSets(next));
        expect(next.page).toBe(1);
      }
    }),
    { numRuns: 500 },
  );
});

test("the call meets what was filtered for by it, and not what excludes its value", () => {
  fc.assert(
    fc.property(anyAction, ({ view, record, all }) => {
      for (const { id, change } of all) {
        const criteria = Object.entries(change?.criteria ?? {});
        for (const [key, value] of criteria) {
          // A criterion's key and value belong together.
          const criterion = key as CriterionKey;
          const meets = MEETS[criterion] as (record: CallRecord, value: unknown) => boolean;
          const isOld = value === view.criteria[criterion];
          expect([id, isOld || meets(record, value) === (id !== "exclude")]).toEqual([id, true]);
        }
        const { contactId = record.contactId } = change?.criteria ?? {};
        expect(contactId).toBe(record.contactId);
      }
    }),
    { numRuns: 500 },
  );
});

test("a range that is made of a start time holds it", () => {
  fc.assert(
    fc.property(anyAction, ({ record, all }) => {
      const ranges = all
        .filter(({ target }) => target.field === "startTime")
        .flatMap(({ change }) => (change?.time && "from" in change.time ? [change.time] : []));
      const { startTime = Number.NaN } = record;
      for (const { from, to } of ranges) expect(from <= startTime && startTime < to + 1).toBe(true);
    }),
    { numRuns: 500 },
  );
});
