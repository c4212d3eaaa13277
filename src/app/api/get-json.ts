import { safeParse, type ZodMiniType } from "zod/mini";
import { ApiError } from "./api-error.ts";
import { askFor, takeEarlyReply } from "./early-replies.ts";
import { readJson, refuseFailure } from "./read-reply.ts";

/** Longer than any deadline of the BFF: past it the way there is broken. */
const DEADLINE_MS = 60_000;

/**
 * One GET of the BFF, its reply parsed by the contract's schema.
 *
 * @throws {ApiError} whatever goes wrong, except an abort, which stays a DOMException as
 *   react-query expects
 */
export async function getJson<T>(
  path: string,
  schema: ZodMiniType<T>,
  signal: AbortSignal,
): Promise<T> {
  let response: Response;
  try {
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]);
    response = (await takeEarlyReply(path, inTime)) ?? (await askFor(path, inTime));
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new ApiError("network", {}, cause);
  }
  await refuseFailure(response);
  const reply = safeParse(schema, await readJson(response));
  if (!reply.success) throw new ApiError("bad_reply", { status: response.status });
  return reply.data;
}
