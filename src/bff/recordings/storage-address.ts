import { isIP } from "node:net";
import { BffError } from "#bff/http/bff-error.ts";
import { isLoopbackHost } from "#process/loopback.ts";

/** Where recordings may be fetched. */
export interface StorageRules {
  /** `RECORDING_HOSTS`: exact names, or with a leading dot whatever ends so. */
  readonly hosts: readonly string[];
  /** The upstream's origin: where it is on this machine's loopback it serves its recordings itself. */
  readonly upstreamOrigin: string;
}

/** An address that may be fetched. */
export interface StorageAddress {
  readonly url: URL;
  /** Of the upstream on this machine: nothing is left to resolve. */
  readonly isOwn: boolean;
}

/**
 * What the upstream says is an address of its storage, held against the rules before anything is sent. The
 * upstream's word alone would let it lead us anywhere within our own network.
 *
 * @throws BffError `storage_refused`, which repeats nothing of the address
 */
export function storageAddress(text: string, rules: StorageRules): StorageAddress {
  if (!URL.canParse(text)) throw refused("no address");
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") throw refused("an address with a user");
  if (isOwnOrigin(url, rules.upstreamOrigin)) return { url, isOwn: true };
  // The provider may write http; what it has signed is the same for both.
  if (url.protocol === "http:") url.protocol = "https:";
  if (url.protocol !== "https:") throw refused("an address of another kind than https");
  if (url.port !== "") throw refused("an address with another port");
  // The parser has made 127.1, 0x7f.0.0.1 and 2130706433 one form; IPv6 stands in brackets.
  const host = url.hostname.toLowerCase();
  if (host.startsWith("[") || isIP(host) !== 0) throw refused("an address without a name");
  if (!rules.hosts.some((rule) => isOf(host, rule))) throw refused("a host of no rule");
  return { url, isOwn: false };
}

function isOwnOrigin(url: URL, upstreamOrigin: string): boolean {
  return url.origin === upstreamOrigin && isLoopbackHost(url.hostname);
}

const isOf = (host: string, rule: string) =>
  rule.startsWith(".") ? host.endsWith(rule) && host.length > rule.length : host === rule;

function refused(what: string): BffError {
  const detail = `The upstream names ${what} as the storage of the recording: see RECORDING_HOSTS.`;
  return new BffError("storage_refused", { detail });
}
