import { queryOptions } from "@tanstack/react-query";
import { getJson } from "#app/api/get-json.ts";
import type { RecordRequest } from "#contract/api/record.ts";
import { PEAKS_ROUTE, peaksReplySchema, recordingPath } from "#contract/api/recording.ts";

/** A recording that is not there yet is looked for again so often. */
export const LOOK_AGAIN_MS = 60_000;

/** The outline of a call's recording, or why there is none. */
export function peaksQuery(asked: RecordRequest) {
  return queryOptions({
    queryKey: ["recording", asked],
    queryFn: ({ signal }) => getJson(recordingPath(PEAKS_ROUTE, asked), peaksReplySchema, signal),
    refetchInterval: ({ state }) =>
      state.error?.code === "recording_not_ready" ? LOOK_AGAIN_MS : false,
  });
}
