import * as z from "zod";
import type { CallOptions, UpstreamClient } from "./upstream-client.ts";
import { UpstreamError } from "./upstream-error.ts";

/** Which call's recording is asked for. */
export interface RecordingQuestion {
  readonly instance: string;
  readonly contactId: string;
  /** How long the address is to hold. */
  readonly expireSeconds: number;
}

const dataSchema = z.looseObject({ FileUrl: z.string().min(1) });

/**
 * The signed address of a recording: a secret, which no browser, log or error may hold.
 *
 * Authority: the provider's page of `GetMonoRecording`.
 *
 * @throws UpstreamError; `upstream_bad_reply` where there is no address in the answer
 */
export async function getRecording(
  upstream: UpstreamClient,
  { instance, contactId, expireSeconds }: RecordingQuestion,
  options: CallOptions,
): Promise<string> {
  const params = {
    InstanceId: instance,
    ContactId: contactId,
    ExpireSeconds: String(expireSeconds),
  };
  const { data, requestId } = await upstream.call("GetMonoRecording", params, options);
  const parsed = dataSchema.safeParse(data);
  if (parsed.success) return parsed.data.FileUrl;
  throw new UpstreamError("upstream_bad_reply", { requestId });
}
