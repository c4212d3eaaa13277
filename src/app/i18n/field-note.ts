import { isCountedFromNoConnection } from "#contract/record/call-duration.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { RecordField } from "#contract/record/record-fields.ts";
import { isWaitWorkedOut } from "#contract/record/wait-time.ts";
import type { Labels } from "#labels/labels.ts";

/** What has to be said of a figure, since it is not what a reader takes it for. */
export function fieldNote(
  record: CallRecord,
  field: RecordField,
  { cells }: Labels,
): string | undefined {
  if (field === "waitTime" && isWaitWorkedOut(record)) return cells.waitWorkedOut;
  if (field === "callDuration" && isCountedFromNoConnection(record)) return cells.fromConnection;
  return undefined;
}
