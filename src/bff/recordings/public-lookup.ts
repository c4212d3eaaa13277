import type { LookupAddress } from "node:dns";
import { lookup as systemLookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

type Callback = Parameters<LookupFunction>[2];

/** All addresses of a name. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

const resolveBySystem: Resolve = (host) => systemLookup(host, { all: true });

/** A name led to an address that is not out in the internet. */
export class PrivateAddressError extends Error {
  override readonly name = "PrivateAddressError";
  readonly code = "EPRIVATE";
}

/**
 * Resolves as `net.connect` wants it, and gives only addresses that are global unicast: what is connected
 * to is what was looked at, so a name cannot lead elsewhere between the two. One bad address among good ones
 * spoils them all.
 */
export function createPublicLookup(resolve: Resolve = resolveBySystem): LookupFunction {
  async function publicAddresses(host: string): Promise<readonly LookupAddress[]> {
    const addresses = await resolve(host);
    if (addresses.length > 0 && addresses.every(({ address }) => isGlobalUnicast(address)))
      return addresses;
    throw new PrivateAddressError("The name of the storage leads to no public address.");
  }

  async function answer(host: string, isAll: boolean, callback: Callback): Promise<void> {
    let addresses: readonly LookupAddress[] = [];
    try {
      addresses = await publicAddresses(host);
    } catch (error) {
      // What resolving fails with is an error.
      return callback(error as Error, []);
    }
    const [first] = addresses;
    if (first === undefined || isAll) return callback(null, [...addresses]);
    return callback(null, first.address, first.family);
  }

  return (host, options, callback) => void answer(host, options.all === true, callback);
}

const GIVEN_OUT = ipaddr.parseCIDR("2000::/3");

/** Of IPv6 only what is given out, 2000::/3; an IPv4 address within one is looked at as that. */
export function isGlobalUnicast(text: string): boolean {
  try {
    const address = ipaddr.process(text);
    if (address.range() !== "unicast") return false;
    return address.kind() === "ipv4" || address.match(GIVEN_OUT);
  } catch {
    return false;
  }
}
