import { randomUUID } from "node:crypto";
import type { FastifyBaseLogger } from "fastify";
import { authorizationCodeGrant, type Configuration } from "openid-client";
import type { KeptClaims } from "#bff/access/claims.ts";
import type { SignInSettings } from "#process/settings/sign-in-settings.ts";
import { CALLBACK_PATH } from "./begin-login.ts";
import type { Login } from "./login-cookies.ts";
import {
  isClockError,
  isPassing,
  isRefusedGrant,
  isRefusedLogin,
  isUnknownClient,
  UNKNOWN_CLIENT,
} from "./provider-failure.ts";
import type { Session } from "./session.ts";
import type { SignInReason } from "./sign-in-reasons.ts";
import { keptOf } from "./tokens.ts";

export type Finished =
  | { readonly session: Session; readonly reason?: undefined }
  | { readonly session?: undefined; readonly reason: SignInReason };

export interface FinishLoginDeps {
  readonly settings: SignInSettings;
  readonly keptClaims: KeptClaims;
  readonly log: FastifyBaseLogger;
  readonly now: () => number;
}

/** An id token is as old as its way here: what differs more is a clock. */
const CLOCK_TOLERANCE_MS = 2 * 60_000;

/**
 * The session that a login has led to. State, issuer, code, nonce, signature and audience are checked by
 * the library, the redirect address is our own whatever address was asked.
 *
 * @param query of the callback
 */
export async function finishLogin(
  configuration: Configuration,
  login: Login,
  query: string,
  { settings, keptClaims, log, now }: FinishLoginDeps,
): Promise<Finished> {
  let isGranted = false;
  try {
    const callback = new URL(settings.publicUrl + CALLBACK_PATH);
    callback.search = query;
    const tokens = await authorizationCodeGrant(configuration, callback, {
      expectedState: login.state,
      expectedNonce: login.nonce,
      pkceCodeVerifier: login.verifier,
      idTokenExpected: true,
    });
    isGranted = true;
    const idClaims = tokens.claims();
    if (idClaims === undefined) return { reason: "untrusted" };
    if (Math.abs(now() - idClaims.iat * 1000) > CLOCK_TOLERANCE_MS) {
      log.warn("the sign-in provider's clock and this server's differ by minutes");
      return { reason: "clock" };
    }
    const { sub, sid, auth_time } = idClaims;
    const kept = await keptOf({ configuration, tokens, idClaims, subject: sub, keptClaims });
    const at = now();
    return {
      session: {
        id: randomUUID(),
        subject: sub,
        ...kept,
        sid: typeof sid === "string" ? sid : undefined,
        authTime: auth_time,
        startedAt: at,
        renewedAt: at,
        usedAt: at,
      },
    };
  } catch (error) {
    const reason = reasonOf(error, isGranted);
    // What the provider said stays with it: its words may be anybody's.
    if (reason === "unknown-server") log.error(UNKNOWN_CLIENT);
    else if (reason !== "refused") log.warn({ err: error, reason }, "a login failed");
    return { reason };
  }
}

/** @param isGranted whether the provider has taken us for its client: then it refuses something else */
function reasonOf(error: unknown, isGranted: boolean): SignInReason {
  if (isRefusedLogin(error)) return "refused";
  if (isClockError(error)) return "clock";
  // Its code was used up, or is too old.
  if (isRefusedGrant(error)) return "unknown";
  if (!isGranted && isUnknownClient(error)) return "unknown-server";
  return isPassing(error) ? "unreachable" : "untrusted";
}
