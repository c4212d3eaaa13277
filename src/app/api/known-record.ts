import type { QueryClient } from "@tanstack/react-query";
import type { CallRecord } from "#contract/record/call-record.ts";

const keyOf = (instance: string | undefined, contactId: string | undefined) =>
  ["known-record", instance, contactId] as const;

/** Keeps a record that is on screen for whoever opens it next. */
export function rememberRecord(client: QueryClient, record: CallRecord): void {
  client.setQueryData(keyOf(record.instanceId, record.contactId), record);
}

/** A record as the list had it when it was opened. */
export function recallRecord(
  client: QueryClient,
  instance: string,
  contactId: string,
): CallRecord | undefined {
  return client.getQueryData<CallRecord>(keyOf(instance, contactId));
}
