import { safeParse, type ZodMiniType } from "zod/mini";
import { problemSchema } from "#contract/api/errors.ts";
import { ApiError } from "./api-error.ts";

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError("bad_reply", { status: response.status }, cause);
  }
}

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
    response = await fetch(path, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]),
      headers: { accept: "application/json" },
    });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new ApiError("network", {}, cause);
  }
  const body = await readJson(response);
  if (!response.ok) {
    const problem = safeParse(problemSchema, body);
    throw problem.success
      ? new ApiError(problem.data.code, problem.data)
      : new ApiError("bad_reply", { status: response.status });
  }
  const reply = safeParse(schema, body);
  if (!reply.success) throw new ApiError("bad_reply", { status: response.status });
  return reply.data;
}
