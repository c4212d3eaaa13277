import { withValues } from "#contract/filter/criteria.ts";
import { exclusionOf } from "#contract/filter/exclusion.ts";
import { isKind, type CriterionKey } from "#contract/filter/filters.ts";
import { withoutCountry } from "#contract/filter/national-number.ts";
import { parsePhone } from "#contract/filter/phone-number.ts";
import { writeSecondsRange } from "#contract/filter/seconds-range.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { customerSide } from "#contract/record/customer-side.ts";
import { RECORD_FIELDS, type RecordField } from "#contract/record/record-fields.ts";
import type { View } from "#contract/view/view.ts";
import { comparedField, eitherSideOf, filterOf } from "./cell-action-filter.ts";
import { secondAround } from "./cell-action-range.ts";
import { instantOf, rangeVerdict, timeActions } from "./cell-action-times.ts";
import { no, yes, yesOfCall, type Verdict } from "./cell-action-verdict.ts";
import type { ActionHint, CellAction, CellContext, CellTarget } from "./cell-action.ts";
import { isWhole, numberOfCall } from "./number-of-call.ts";
import { targetValue } from "./target-value.ts";

/**
 * Where a value leads: to the calls that have it, that have another, that are of its hour or its
 * number. What the upstream cannot do is there too, with the reason.
 */
export function valueActions(target: CellTarget, context: CellContext): readonly CellAction[] {
  return [
    ...(isOutOfBounds(target, context) ? [] : filterActions(target, context)),
    ...timeActions(target, context),
    ...numberActions(target, context),
  ];
}

/** Whether the reader may not filter by what is pointed at. */
function isOutOfBounds(target: CellTarget, { mayFilterBy }: CellContext): boolean {
  const { field } = target;
  const key = field && filterOf(field);
  if (field === undefined || key === undefined || key === "time") return false;
  // The number of a call may be filtered by without knowing it.
  if (isKind(key, "phone")) return false;
  return !mayFilterBy(key, targetValue(target, comparedField(field)));
}

function filterActions(target: CellTarget, context: CellContext): readonly CellAction[] {
  return [
    {
      id: "filter",
      label: isOfLength(target) ? "filterFrom" : "filter",
      shortcut: "f",
      ...filterVerdict(target, context),
    },
    excludeAction(target, context.view),
  ];
}

/** Of a duration nobody asks for the very second, but for calls that took as long, or longer. */
function isOfLength({ field }: CellTarget): boolean {
  const key = field && filterOf(field);
  return key !== undefined && isKind(key, "duration");
}

function filterVerdict(target: CellTarget, context: CellContext): Verdict {
  const { field } = target;
  const key = field && filterOf(field);
  if (field === undefined || key === undefined) return no("noFilter");
  const { view } = context;
  if (key === "time") {
    const ms = instantOf(target);
    return ms === undefined ? no("absent") : rangeVerdict(secondAround(ms), view);
  }
  const ofCall = numberOfCall(target, context);
  return ofCall === undefined ? valueVerdict(target, field, key, view.criteria) : yesOfCall(ofCall);
}

/** The verdict on a criterion that is to be the value of the target alone. */
function valueVerdict(
  target: CellTarget,
  field: RecordField,
  key: CriterionKey,
  criteria: View["criteria"],
  asked: (value: string) => string = (value) => value,
): Verdict {
  if (targetValue(target, field) === undefined)
    return no(customerSide(target.record) === field ? "customerAbsent" : "absent");
  const value = targetValue(target, comparedField(field));
  if (value === undefined) return no("noId");
  if (isKind(key, "phone") && !isWhole(value)) return no("masked");
  const wanted = isKind(key, "duration")
    ? writeSecondsRange({ from: Number(value) })
    : asked(value);
  const next = withValues(criteria, key, [wanted]);
  return next === undefined ? no("unsayable") : yes({ criteria: next });
}

function excludeAction(target: CellTarget, { criteria }: View): CellAction {
  const action = { id: "exclude", label: "exclude", shortcut: "x" } as const;
  const { field } = target;
  const key = field && filterOf(field);
  if (field === undefined || key === undefined) return { ...action, ...no("noFilter") };
  if (!isKind(key, "choice") && !isKind(key, "multi-choice"))
    return { ...action, ...no("notListed") };
  const value = targetValue(target, field);
  if (value === undefined) return { ...action, ...no("absent") };
  const exclusion = exclusionOf(key, value, [criteria[key] ?? []].flat());
  if ("impossible" in exclusion) return { ...action, ...no(exclusion.impossible) };
  const next = withValues(criteria, key, exclusion.values);
  if (next === undefined) return { ...action, ...no("unsayable") };
  const done = { ...action, ...yes({ criteria: next }) };
  switch (exclusion.alsoDrops) {
    case "nothing":
      return done;
    case "unlisted":
      return { ...done, hint: "dropsUnlisted" };
    case "absent":
      return { ...done, label: "excludeInList", hint: "dropsAbsent" };
    default:
      return exclusion.alsoDrops satisfies never;
  }
}

function numberActions(target: CellTarget, { mayFilterBy }: CellContext): readonly CellAction[] {
  const { field } = target;
  if (field === undefined || RECORD_FIELDS[field] !== "phone") return [];
  const key = eitherSideOf(field);
  if (key !== undefined && !mayFilterBy(key, targetValue(target, field))) return [];
  // Other criteria would hide some of the number's calls.
  const verdict =
    key === undefined ? no("noFilter") : valueVerdict(target, field, key, {}, sharedPart);
  const allCalls = { id: "allCalls", label: "allCalls", shortcut: "n" } as const;
  if (!verdict.enabled || customerSide(target.record) === field)
    return [{ ...allCalls, ...verdict }];
  return [{ ...allCalls, ...no(noCustomerHint(target.record)) }];
}

/** What the number has in common with itself as others may have stored it, without the country's code. */
function sharedPart(number: string): string {
  const inner = withoutCountry(parsePhone(number) ?? number);
  // The number of this very call must not be missed.
  return number.includes(inner) ? inner : number;
}

/** Why a number is not the customer's, of whom alone it is asked what all the calls are. */
export function noCustomerHint(record: CallRecord): ActionHint {
  const side = customerSide(record);
  if (side === undefined) return "sideUnknown";
  return side === "nobody" ? "noCustomer" : "ownNumber";
}
