import { safeParse } from "zod/mini";
import { problemSchema, type Problem } from "#contract/api/errors.ts";
import { ApiError } from "./api-error.ts";

/** @throws {ApiError} for a body that is not JSON; an abort stays a DOMException */
export async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError("bad_reply", { status: response.status }, cause);
  }
}

/** Bad gateway, service unavailable, gateway timeout. */
const NOT_REACHED: ReadonlySet<number> = new Set([502, 503, 504]);

/** @throws {ApiError} with the problem that a reply tells, unless the reply is a good one */
export async function refuseFailure(response: Response): Promise<void> {
  if (response.ok) return;
  const { status } = response;
  // What stands before a server that is gone answers in its place, and not with a problem of ours.
  const stranger = new ApiError(NOT_REACHED.has(status) ? "network" : "bad_reply", { status });
  const reply = await readJson(response).catch((cause: unknown) => {
    throw cause instanceof ApiError ? stranger : cause;
  });
  const problem = safeParse(problemSchema, reply);
  throw problem.success ? errorOf(problem.data) : stranger;
}

/** The error that a problem is. */
export function errorOf(problem: Problem): ApiError {
  return new ApiError(problem.code, problem);
}
