import type { FastifyBaseLogger } from "fastify";
import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  type ClientAuth,
  type Configuration,
} from "openid-client";
import type { SignInSettings } from "#process/settings/sign-in-settings.ts";
import { StartError } from "#process/start-error.ts";
import { isPassing } from "./provider-failure.ts";

/** The sign-in provider, of which we know what it says of itself. */
export interface Provider {
  /** Undefined: it cannot be reached, or says nothing that can be used; it is asked again soon. */
  configuration(): Promise<Configuration | undefined>;
}

/** How long it may take to answer. */
const TIMEOUT_SECONDS = 5;
/** Of its clock and ours. */
const CLOCK_TOLERANCE_SECONDS = 60;
const ASK_AGAIN_MS = 5_000;
const ENDPOINTS = ["authorization_endpoint", "token_endpoint", "jwks_uri"] as const;

export interface ProviderDeps {
  readonly settings: SignInSettings;
  readonly log: FastifyBaseLogger;
  readonly now: () => number;
}

/**
 * Asks the provider what it says of itself. That it cannot be reached passes, and does not stop a start.
 *
 * @throws StartError where it can never work like that
 */
export async function openProvider({ settings, log, now }: ProviderDeps): Promise<Provider> {
  let known: Configuration | undefined;
  let asking: Promise<Configuration | undefined> | undefined;
  let askAgainAt = 0;

  async function ask(): Promise<Configuration | undefined> {
    known = await discover(settings);
    return known;
  }

  try {
    await ask();
  } catch (error) {
    if (!isPassing(error)) throw startError(error);
    askAgainAt = now() + ASK_AGAIN_MS;
    log.warn(
      { err: error },
      "the sign-in provider at OIDC_ISSUER cannot be reached yet: nobody can sign in until it is",
    );
  }

  return {
    async configuration() {
      if (known !== undefined || (asking === undefined && now() < askAgainAt)) return known;
      asking ??= ask()
        .catch((error: unknown) => {
          log.warn({ err: error }, "the sign-in provider at OIDC_ISSUER still cannot be used");
          return undefined;
        })
        .finally(() => {
          asking = undefined;
          askAgainAt = now() + ASK_AGAIN_MS;
        });
      return asking;
    },
  };
}

async function discover(settings: SignInSettings): Promise<Configuration> {
  const { issuer, clientId, clientSecret } = settings;
  const isPlain = issuer.startsWith("http:");
  const configuration = await discovery(
    new URL(issuer),
    clientId,
    { client_secret: clientSecret, [clockTolerance]: CLOCK_TOLERANCE_SECONDS },
    authentication(clientSecret),
    {
      timeout: TIMEOUT_SECONDS,
      execute: [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])],
    },
  );
  const metadata = configuration.serverMetadata();
  // Of some providers the library takes any.
  if (new URL(metadata.issuer).href !== new URL(issuer).href)
    throw new UnusableProvider("names another issuer than OIDC_ISSUER");
  for (const name of ENDPOINTS) {
    const address = metadata[name];
    if (address === undefined) throw new UnusableProvider(`names no ${name}`);
    if (!isPlain && !address.startsWith("https:"))
      throw new UnusableProvider(`names a ${name} that is not https`);
  }
  return configuration;
}

/** By the header, as every provider has to take it by default, unless this one takes it in the body alone. */
function authentication(clientSecret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(clientSecret), ClientSecretPost(clientSecret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    const authenticate = methods.includes("client_secret_basic") ? basic : post;
    authenticate(server, ...rest);
  };
}

class UnusableProvider extends Error {
  override readonly name = "UnusableProvider";
}

/** What discovery failed with, by the library's code. */
const REASONS: Readonly<Record<string, string>> = {
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: "names another issuer than OIDC_ISSUER",
  OAUTH_RESPONSE_IS_NOT_CONFORM: "has no such document",
  OAUTH_RESPONSE_IS_NOT_JSON: "answers with something other than JSON",
  OAUTH_PARSE_ERROR: "answers with broken JSON",
  OAUTH_HTTP_REQUEST_FORBIDDEN: "is not reached by https",
};

function startError(error: unknown): StartError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason =
    error instanceof UnusableProvider
      ? error.message
      : (REASONS[code] ?? "answers with what is no provider's document");
  return new StartError(
    `Callscope cannot start. The provider at OIDC_ISSUER, asked for /.well-known/openid-configuration, ${reason}.`,
    { cause: error },
  );
}
