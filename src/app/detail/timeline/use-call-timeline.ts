import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { recordQuery } from "#app/api/record-query.ts";
import { sessionQuery } from "#app/api/session-query.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { callTimeline } from "./call-timeline.ts";
import { eventsQuery } from "./events-query.ts";

/**
 * The timeline of a call: at once from its record, and from its events once they are here. Whoever else draws
 * along the same axis asks the same, and gets it without another request.
 */
export function useCallTimeline(instance: string, contactId: string, record: CallRecord) {
  // The record comes first: by it the call is noted as opened, whoever hurries on along the list has asked for
  // no events, and where it fails the drawer says so.
  const known = useQuery(recordQuery(instance, contactId));
  const events = useQuery({ ...eventsQuery(instance, contactId), enabled: known.isSuccess });
  const { now } = useSuspenseQuery(sessionQuery()).data;
  const sides = events.data?.sides;
  const timeline = useMemo(() => callTimeline(record, sides, now()), [record, sides, now]);
  return { timeline, events, isRecordMissing: known.isError };
}
