import { queryOptions } from "@tanstack/react-query";
import { ApiError } from "#app/api/api-error.ts";
import { getJson } from "#app/api/get-json.ts";
import { spend } from "#app/api/upstream-budget.ts";
import type { RecordRequest } from "#contract/api/record.ts";
import { RECORDING_CODES } from "#contract/api/recording-codes.ts";
import {
  PEAKS_ROUTE,
  peaksReplySchema,
  recordingPath,
  type Peaks,
} from "#contract/api/recording.ts";
import { isOneOf } from "#contract/record/enums.ts";

/** A recording that is not there yet is looked for again so often. */
export const LOOK_AGAIN_MS = 60_000;

/** What is known of a recording: its outline, or what the server said of why there is none. */
export type Outline =
  | { readonly peaks: Peaks; readonly refusal?: undefined }
  | { readonly peaks?: undefined; readonly refusal: ApiError };

/**
 * The outline of a call's recording. That there is none is an answer and no failure: it stays on the screen
 * while it is asked for again.
 */
export function peaksQuery(asked: RecordRequest & { readonly instance: string }) {
  return queryOptions({
    queryKey: ["recording", asked],
    queryFn: ({ signal, client }): Promise<Outline> =>
      getJson(recordingPath(PEAKS_ROUTE, asked), peaksReplySchema, signal).then(
        ({ peaks, spent }) => {
          spend(client, asked.instance, spent);
          return { peaks };
        },
        (error: unknown) => {
          if (error instanceof ApiError && isOneOf(RECORDING_CODES, error.code))
            return { refusal: error };
          throw error;
        },
      ),
    refetchInterval: ({ state }) =>
      state.data?.refusal?.code === "recording_not_ready" ? LOOK_AGAIN_MS : false,
  });
}
