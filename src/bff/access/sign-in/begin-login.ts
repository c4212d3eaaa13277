import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from "openid-client";
import type { SignInSettings } from "#process/settings/sign-in-settings.ts";
import type { Login } from "./login-cookies.ts";

export const CALLBACK_PATH = "/auth/callback";

/** A login, and the provider's page that it begins at. */
export async function beginLogin(
  configuration: Configuration,
  { publicUrl, scopes }: SignInSettings,
  { returnTo, startedAt }: Pick<Login, "returnTo" | "startedAt">,
): Promise<{ readonly login: Login; readonly address: URL }> {
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: publicUrl + CALLBACK_PATH,
    scope: scopes,
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  return { login: { state, nonce, verifier, returnTo, startedAt }, address };
}
