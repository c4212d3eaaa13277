import { safeParse, type ZodMiniType } from "zod/mini";
import { ApiError } from "./api-error.ts";
import { readJson, refuseFailure } from "./read-reply.ts";
import { tabHeaders } from "./tab-headers.ts";

/** As that of `get-json.ts`. */
const DEADLINE_MS = 60_000;

/**
 * One POST to the BFF, its reply parsed by the contract's schema.
 *
 * @param body absent: none is sent
 * @throws {ApiError} whatever goes wrong, except an abort, which stays a DOMException
 */
export async function postJson<T>(
  path: string,
  body: object | undefined,
  schema: ZodMiniType<T>,
  signal: AbortSignal,
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: "POST",
      signal: AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]),
      headers: {
        accept: "application/json",
        ...(body !== undefined && { "content-type": "application/json" }),
        ...tabHeaders(),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new ApiError("network", {}, cause);
  }
  await refuseFailure(response);
  const reply = safeParse(schema, await readJson(response));
  if (!reply.success) throw new ApiError("bad_reply", { status: response.status });
  return reply.data;
}
