import type { CallRecord } from "#contract/record/call-record.ts";
import { RECORD_FIELDS, type RecordField } from "#contract/record/record-fields.ts";
import type { CellTarget } from "./cell-action.ts";

/** The items of a list that has any. */
export function listOf(record: CallRecord, field: RecordField): readonly string[] | undefined {
  const value = record[field];
  // Not by the shape of the value but by the field's kind, of which TypeScript cannot be told here.
  if (RECORD_FIELDS[field] !== "list" || !Array.isArray(value) || value.length === 0)
    return undefined;
  return value as readonly string[];
}

/**
 * The value of the target in one of the record's fields; for an item of a list that of the same
 * place in another list of the same length, where it is certain that they belong together.
 */
export function targetValue(target: CellTarget, inField: RecordField): string | undefined {
  const { record, field, index } = target;
  if (field === undefined) return undefined;
  if (RECORD_FIELDS[inField] !== "list") return record[inField]?.toString();
  const [shown, paired] = [listOf(record, field), listOf(record, inField)];
  return shown?.length === paired?.length ? paired?.[index ?? 0] : undefined;
}
