import type { ZodMiniType } from "zod/mini";
import { askJson } from "./ask-json.ts";
import { askFor, takeEarlyReply } from "./early-replies.ts";

/**
 * One GET of the BFF, its reply parsed by the contract's schema.
 *
 * @throws as {@link askJson}
 */
export function getJson<T>(path: string, schema: ZodMiniType<T>, signal: AbortSignal): Promise<T> {
  const ask = async (inTime: AbortSignal) =>
    (await takeEarlyReply(path, inTime)) ?? (await askFor(path, inTime));
  return askJson(ask, schema, signal);
}
