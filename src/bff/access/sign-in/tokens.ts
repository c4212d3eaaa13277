import {
  fetchUserInfo,
  type Configuration,
  type IDToken,
  type TokenEndpointResponse,
} from "openid-client";
import type { KeptClaims } from "#bff/access/claims.ts";

/** What of a provider's reply is kept. */
export interface Kept {
  readonly name: string | undefined;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly refreshToken: string | undefined;
  readonly idToken: string | undefined;
}

export interface KeptDeps {
  readonly configuration: Configuration;
  readonly tokens: TokenEndpointResponse;
  /** Of the id token, verified; a provider may leave it out as it renews. */
  readonly idClaims: IDToken | undefined;
  /** Whose they are. */
  readonly subject: string;
  readonly keptClaims: KeptClaims;
}

const MOST_NAME_LENGTH = 128;

/**
 * The reader's name, and those claims that the access rules read. Many providers tell groups in the id
 * token, others to whoever asks for them with the access token.
 */
export async function keptOf(deps: KeptDeps): Promise<Kept> {
  const { configuration, tokens, idClaims, subject, keptClaims } = deps;
  const told: Record<string, unknown> = { ...idClaims };
  const isMissing = (name: string) => told[name] === undefined;
  const isNameless = nameIn(told) === undefined;
  if (
    (isNameless || !keptClaims.isWholeIn(told)) &&
    configuration.serverMetadata().userinfo_endpoint !== undefined
  ) {
    const asked = await fetchUserInfo(configuration, tokens.access_token, subject);
    for (const [name, value] of Object.entries(asked)) if (isMissing(name)) told[name] = value;
  }
  return {
    name: nameIn(told),
    claims: keptClaims.from(told),
    refreshToken: tokens.refresh_token,
    idToken: tokens.id_token,
  };
}

function nameIn(claims: Readonly<Record<string, unknown>>): string | undefined {
  const name = [claims["name"], claims["preferred_username"], claims["email"]].find(
    (claim) => typeof claim === "string" && claim.trim() !== "",
  );
  return typeof name === "string" ? name.trim().slice(0, MOST_NAME_LENGTH) : undefined;
}
