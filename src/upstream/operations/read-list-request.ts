import {
  UPSTREAM_KEYS,
  FILTERS,
  type Criteria,
  type UpstreamKey,
} from "#contract/filter/filters.ts";
import { isOneOf, SORT_FIELDS, SORT_ORDERS } from "#contract/record/enums.ts";
import { startOfDay } from "#contract/time/calendar-days.ts";
import { DEFAULT_SORT, type Sort } from "#contract/view/sort.ts";
import { requiredInstance } from "#upstream/request/required-instance.ts";
import { requiredPage } from "#upstream/request/required-page.ts";
import {
  formatError,
  optionalInstant,
  optionalInForm,
  optionalText,
  type WireParameters,
} from "#upstream/request/wire-parameters.ts";
import type { ChoiceKey, RecordStore, WireListRequest } from "#upstream/store/record-store.ts";

export interface ListRequestContext {
  readonly store: Pick<RecordStore, "instances" | "choices">;
  /** Whose midnight begins "today". */
  readonly timeZone: string;
  /** ms */
  readonly now: number;
}

/** @throws WireError `Parameter.Format` for a value neither documented nor in the data */
function checkChoice(key: UpstreamKey, name: string, value: string, context: ListRequestContext) {
  // The cast is sound where it is called: for rows with options, which `choices` has every one of.
  const choices = context.store.choices[key as ChoiceKey];
  if (!choices.has(value)) throw formatError(name, "It is not one of the values.");
  return value;
}

/** One criterion: how it is written follows from the row's form, what is checked from its kind. */
function readCriterion(key: UpstreamKey, parameters: WireParameters, context: ListRequestContext) {
  const row = FILTERS[key];
  const value = optionalInForm(parameters, row.wire, row.form);
  switch (row.kind) {
    case "choice":
    case "multi-choice":
      for (const one of [value ?? []].flat()) checkChoice(key, row.wire, one, context);
      return value;
    case "words":
    case "phone":
    case "text":
    case "person":
      return value;
    default:
      return row satisfies never;
  }
}

function readCriteria(parameters: WireParameters, context: ListRequestContext): Criteria {
  const entries = UPSTREAM_KEYS.map((key) => [key, readCriterion(key, parameters, context)]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function readSingles(
  parameters: WireParameters,
  context: ListRequestContext,
): WireListRequest["singles"] {
  const singles: Partial<Record<UpstreamKey, string>> = {};
  for (const key of UPSTREAM_KEYS) {
    const row = FILTERS[key];
    const value = "wireOne" in row ? optionalText(parameters, row.wireOne) : undefined;
    if (value !== undefined && "wireOne" in row)
      singles[key] = checkChoice(key, row.wireOne, value, context);
  }
  return singles;
}

function readSort(parameters: WireParameters): Sort {
  const field = optionalText(parameters, "OrderByField") ?? DEFAULT_SORT.field;
  if (!isOneOf(SORT_FIELDS, field))
    throw formatError("OrderByField", "It is not one of the values.");
  const order = optionalText(parameters, "SortOrder") ?? DEFAULT_SORT.order;
  if (!isOneOf(SORT_ORDERS, order)) throw formatError("SortOrder", "It is not one of the values.");
  return { field, order };
}

/**
 * What a call of `ListCallDetailRecords` asks.
 *
 * @throws WireError naming the parameter to blame
 */
export function readListRequest(
  parameters: WireParameters,
  context: ListRequestContext,
): WireListRequest {
  const { store, timeZone, now } = context;
  const page = requiredPage(parameters);
  const instance = requiredInstance(parameters, store);

  // "If it is given, every other parameter of the query is ignored": not even looked at.
  const contactId = optionalText(parameters, FILTERS.contactId.wire);
  return contactId !== undefined
    ? {
        instance,
        ...page,
        range: { from: 0, to: Number.MAX_SAFE_INTEGER },
        criteria: { contactId },
        singles: {},
        sort: DEFAULT_SORT,
      }
    : {
        instance,
        ...page,
        range: {
          from: optionalInstant(parameters, "StartTime") ?? startOfDay(now, timeZone),
          to: optionalInstant(parameters, "EndTime") ?? now,
        },
        criteria: readCriteria(parameters, context),
        singles: readSingles(parameters, context),
        sort: readSort(parameters),
      };
}
