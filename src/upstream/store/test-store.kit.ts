import type { CallRecord } from "#contract/record/call-record.ts";
import type { RecordStore } from "./record-store.ts";

type Joined<T> = T extends readonly string[] ? string : T;

/** For tests: a call record as they write it, its lists comma-joined as on the wire. */
export type TestRecord = { readonly [F in keyof CallRecord]?: Joined<CallRecord[F]> | undefined };

/**
 * For tests: makes a store that holds these records. Its instances are called `Name of …`, and its
 * people are those whom the records name.
 *
 * @param instanceIds `ccc-test` alone unless said
 */
export type CreateTestStore = (
  records: readonly TestRecord[],
  instanceIds?: readonly string[],
) => Promise<RecordStore>;
