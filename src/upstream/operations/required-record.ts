import type { WireRecord } from "#contract/upstream/wire-record.ts";
import { requiredInstance } from "#upstream/request/required-instance.ts";
import { WireError } from "#upstream/request/wire-error.ts";
import { requiredText, type WireParameters } from "#upstream/request/wire-parameters.ts";
import type { OperationContext } from "./operation.ts";

export interface RequiredRecord {
  readonly instance: string;
  readonly contactId: string;
  readonly record: WireRecord;
}

/**
 * The call that is asked about. One of another instance is as unknown as any.
 *
 * @throws WireError `Parameter.Blank`, `NotExists.InstanceId`, `NotExists.JobId`
 */
export async function requiredRecord(
  parameters: WireParameters,
  { store, signal }: OperationContext,
): Promise<RequiredRecord> {
  const contactId = requiredText(parameters, "ContactId");
  const instance = requiredInstance(parameters, store);
  const record = await store.find(instance, contactId, signal);
  if (record === undefined) throw new WireError("NotExists.JobId", contactId);
  return { instance, contactId, record };
}
