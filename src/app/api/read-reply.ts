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

/** @throws {ApiError} with the problem that a reply tells, unless the reply is a good one */
export async function refuseFailure(response: Response): Promise<void> {
  if (response.ok) return;
  const problem = safeParse(problemSchema, await readJson(response));
  throw problem.success
    ? errorOf(problem.data)
    : new ApiError("bad_reply", { status: response.status });
}

/** The error that a problem is. */
export function errorOf(problem: Problem): ApiError {
  return new ApiError(problem.code, problem);
}
