import { createRemoteJWKSet, jwtVerify } from "jose";
import { LRUCache } from "lru-cache";
import type { Configuration } from "openid-client";
import * as z from "zod";
import type { Ending } from "./ended-sessions.ts";

const EVENT = "http://schemas.openid.net/event/backchannel-logout";
const CLOCK_TOLERANCE_SECONDS = 60;
/** A provider sends it when it happens. */
const MOST_AGE_SECONDS = 10 * 60;
const MOST_TOKENS_KEPT = 10_000;

const claimsSchema = z
  .object({
    jti: z.string().min(1).max(256),
    sid: z.string().min(1).max(256).optional(),
    sub: z.string().min(1).max(256).optional(),
    events: z.object({ [EVENT]: z.record(z.string(), z.unknown()) }),
    // That of an id token, which is none of these.
    nonce: z.undefined().optional(),
  })
  .refine(({ sid, sub }) => sid !== undefined || sub !== undefined);

/** What a logout token says. */
export interface Logout extends Ending {
  /** What it asks for was not done: it may be sent once more. */
  undo(): void;
}

/** Undefined: the token is none, or not for us, or has been read before. */
export type ReadLogoutToken = (
  configuration: Configuration,
  token: string,
) => Promise<Logout | undefined>;

/**
 * Reads what a provider sends when a session of its own has ended.
 *
 * Authority: https://openid.net/specs/openid-connect-backchannel-1_0.html#Validation
 */
export function createLogoutTokenReader(now: () => number): ReadLogoutToken {
  const read = new LRUCache<string, true>({ max: MOST_TOKENS_KEPT });
  let keys: { readonly address: string; get: ReturnType<typeof createRemoteJWKSet> } | undefined;

  function keysAt(address: string) {
    if (keys?.address !== address) keys = { address, get: createRemoteJWKSet(new URL(address)) };
    return keys.get;
  }

  return async (configuration, token) => {
    const { issuer, jwks_uri: address } = configuration.serverMetadata();
    if (address === undefined) return undefined;
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keysAt(address), {
        issuer,
        audience: configuration.clientMetadata().client_id,
        requiredClaims: ["iat"],
        maxTokenAge: MOST_AGE_SECONDS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(now()),
      });
      if (!/^(logout\+)?jwt$/i.test(protectedHeader.typ ?? "JWT")) return undefined;
      const { data } = claimsSchema.safeParse(payload);
      if (data === undefined || read.has(data.jti)) return undefined;
      const { jti, sid, sub: subject } = data;
      read.set(jti, true);
      return { sid, subject, undo: () => void read.delete(jti) };
    } catch {
      // Whoever sent it may have made it up.
      return undefined;
    }
  };
}
