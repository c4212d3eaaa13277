import type { FastifyRequest } from "fastify";
import { TAB_HEADER } from "#contract/api/tab.ts";

/** A tab's name is a few letters that it made up. */
const TAB = /^[\w-]{1,64}$/;

/**
 * Tells readers apart, so that they take turns. It gives no right: without sign-in there are only the
 * address and the name that a tab has made up, and who makes up many names takes many turns.
 */
export function readerName({ ip, headers }: FastifyRequest): string {
  const tab = headers[TAB_HEADER];
  return typeof tab === "string" && TAB.test(tab) ? `${ip} ${tab}` : ip;
}
