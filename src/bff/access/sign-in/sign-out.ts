import type { FastifyBaseLogger } from "fastify";
import { buildEndSessionUrl, tokenRevocation, type Configuration } from "openid-client";
import type { Session } from "./session.ts";

export const SIGNED_OUT_PATH = "/auth/signed-out";

/** Takes back what the session could be renewed with, as far as the provider can be reached. */
export async function revoke(
  configuration: Configuration,
  { refreshToken }: Session,
  log: FastifyBaseLogger,
): Promise<void> {
  if (refreshToken === undefined) return;
  if (configuration.serverMetadata().revocation_endpoint === undefined) return;
  try {
    await tokenRevocation(configuration, refreshToken, { token_type_hint: "refresh_token" });
  } catch (error) {
    log.warn({ err: error }, "a refresh token could not be revoked");
  }
}

/** The page at which the provider ends its own session, and sends the reader back; undefined: it has none. */
export function endSessionAddress(
  configuration: Configuration,
  { idToken }: Session,
  publicUrl: string,
): string | undefined {
  if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
  return buildEndSessionUrl(configuration, {
    post_logout_redirect_uri: publicUrl + SIGNED_OUT_PATH,
    ...(idToken !== undefined && { id_token_hint: idToken }),
  }).href;
}
