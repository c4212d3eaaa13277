import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { sessionQuery } from "#app/api/session-query.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { callTimeline } from "./call-timeline.ts";
import { eventsQuery } from "./events-query.ts";

/** A call that is open. */
export interface OpenCall {
  readonly instance: string;
  readonly contactId: string;
  readonly record: CallRecord;
  /** Whether the record was read by itself; until then it is what the list has. */
  readonly recordStatus: "pending" | "error" | "success";
}

/** A call's timeline, and how far its events are known. */
export type TimelineInHand = ReturnType<typeof useCallTimeline>;

/**
 * The timeline of a call: at once from its record, and from its events once they are here. Whoever else draws
 * along the same axis asks the same, and gets it without another request.
 */
export function useCallTimeline({ instance, contactId, record, recordStatus }: OpenCall) {
  // Read here and now: of what is first read in a part that is drawn later, a change before that goes unheard.
  const { data, error, isPending, isFetching, refetch } = useQuery({
    ...eventsQuery(instance, contactId),
    // The record comes first: by it the call is noted as opened, whoever hurries on along the list has asked
    // for no events, and where it fails the drawer says so.
    enabled: recordStatus === "success",
  });
  const { now } = useSuspenseQuery(sessionQuery()).data;
  const sides = data?.sides;
  const timeline = useMemo(() => callTimeline(record, sides, now()), [record, sides, now]);
  const events = { error, isPending, isFetching, refetch };
  return { timeline, events, isRecordMissing: recordStatus === "error" };
}
