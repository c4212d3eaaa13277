import { cellText } from "#app/records/cell/cell-content.tsx";
import { filterOf } from "#app/view/actions/cell-action-filter.ts";
import type { CellTarget } from "#app/view/actions/cell-action.ts";
import { listOf } from "#app/view/actions/target-value.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { customerSide } from "#contract/record/customer-side.ts";
import { RECORD_FIELDS, type RecordField } from "#contract/record/record-fields.ts";
import { columnFields, isComposed, type Column } from "#contract/view/columns.ts";
import { fieldText, type Words } from "#labels/field-text.ts";
import type { CellPlace } from "./cell-action-place.ts";

const isFiltered = (field: RecordField) => filterOf(field) !== undefined;

/** A bar of phases is pointed at as a whole: each of its durations has a column of its own. */
const isPartOfCell = (field: RecordField) =>
  isFiltered(field) && RECORD_FIELDS[field] !== "seconds";

/**
 * What may be meant by a cell that is pointed at as a whole: the things in it that can be filtered
 * by, each by itself, or the cell where there are none. Never empty.
 */
export function cellTargets(record: CallRecord, column: Column): readonly CellTarget[] {
  if (!isComposed(column)) return fieldTargets(record, column);
  const filtered = columnFields(column).filter(isPartOfCell);
  // A part that the upstream did not give still says why nothing can be done with it: where there is
  // no other, and where the other is not the customer's, who is meant by the keys.
  const side = customerSide(record);
  const here = filtered.filter((field) => record[field] !== undefined || field === side);
  const parts = here.length > 0 ? here : filtered.slice(0, 1);
  return parts.length > 0
    ? parts.map((field) => ({ record, column, field }))
    : [{ record, column }];
}

/** What was pointed at: the one part, or all that may be meant by the cell. */
export function placeTargets(
  { column, part }: CellPlace,
  record: CallRecord,
): readonly CellTarget[] {
  if (part === undefined) return cellTargets(record, column);
  const { element: _, ...target } = part;
  return [{ record, column, ...target }];
}

function fieldTargets(record: CallRecord, field: RecordField): readonly CellTarget[] {
  const whole = { record, column: field, field };
  const items = isFiltered(field) ? listOf(record, field) : undefined;
  return items?.map((_, index) => ({ ...whole, index })) ?? [whole];
}

/** Whether something else may stand in the same cell. */
export function isPart({ record, column, field, index }: CellTarget): boolean {
  if (field === undefined) return false;
  return field !== column || (index !== undefined && (listOf(record, field)?.length ?? 0) > 1);
}

/** What the target says on screen; undefined where the upstream did not say. */
export function targetText(target: CellTarget, words: Words): string | undefined {
  const { record, column, field, index } = target;
  if (index !== undefined) return field && listOf(record, field)?.[index];
  // In a composed cell this field stands for why there is no answer, which is all that is there.
  const isAll = field === undefined || field === column || field === "satisfactionSurveyOffered";
  return isAll ? cellText(record, column, words) : fieldText(record, field, words);
}
