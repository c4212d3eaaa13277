import type { FastifyRequest } from "fastify";
import { clientAddress } from "#bff/http/client-address.ts";
import { TAB_HEADER } from "#contract/api/tab.ts";
import { whoAsks } from "./reader.ts";

/** A tab's name is a few letters that it made up. */
const TAB = /^[\w-]{1,64}$/;

function tabName({ headers }: FastifyRequest): string | undefined {
  const tab = headers[TAB_HEADER];
  return typeof tab === "string" && TAB.test(tab) ? tab : undefined;
}

/** Whether a tab with the dashboard asks, and not somebody's script. */
export function isTab(request: FastifyRequest): boolean {
  return tabName(request) !== undefined;
}

/**
 * Tells readers apart, so that they take turns. It gives no right: without sign-in there are only the
 * address and the name that a tab has made up, and who makes up many names takes many turns.
 */
export function readerName(request: FastifyRequest): string {
  const { subject } = whoAsks(request);
  if (subject !== undefined) return subject;
  const tab = tabName(request);
  const address = clientAddress(request);
  return tab === undefined ? address : `${address} ${tab}`;
}
