import { safeParse, type ZodMiniType } from "zod/mini";
import { ApiError } from "./api-error.ts";
import { readJson, refuseFailure } from "./read-reply.ts";

/** Longer than any deadline of the BFF: past it the way there is broken. */
const DEADLINE_MS = 60_000;

/**
 * Asks the BFF for something, its reply parsed by the contract's schema.
 *
 * @param ask given a signal that has a deadline as well
 * @throws {ApiError} whatever goes wrong, except an abort, which stays a DOMException as
 *   react-query expects
 */
export async function askJson<T>(
  ask: (inTime: AbortSignal) => Promise<Response>,
  schema: ZodMiniType<T>,
  signal: AbortSignal,
): Promise<T> {
  let response: Response;
  try {
    response = await ask(AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]));
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new ApiError("network", {}, cause);
  }
  await refuseFailure(response);
  const reply = safeParse(schema, await readJson(response));
  if (!reply.success) throw new ApiError("bad_reply", { status: response.status });
  return reply.data;
}
