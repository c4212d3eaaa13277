import type { ZodMiniType } from "zod/mini";
import { askJson } from "./ask-json.ts";
import { tabHeaders } from "./tab-headers.ts";

/**
 * One POST to the BFF, its reply parsed by the contract's schema.
 *
 * @param body absent: none is sent
 * @throws as {@link askJson}
 */
export function postJson<T>(
  path: string,
  body: object | undefined,
  schema: ZodMiniType<T>,
  signal: AbortSignal,
): Promise<T> {
  const ask = (inTime: AbortSignal) =>
    fetch(path, {
      method: "POST",
      signal: inTime,
      headers: {
        accept: "application/json",
        ...(body !== undefined && { "content-type": "application/json" }),
        ...tabHeaders(),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return askJson(ask, schema, signal);
}
