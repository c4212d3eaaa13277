import * as z from "zod";
import { isLoopbackHost } from "#process/loopback.ts";
import type { SetVariables } from "./read-variables.ts";
import { headerText, secretList, wholeNumber } from "./variable-kinds.ts";

/** How readers sign in, and how long they stay so. */
export interface SignInSettings {
  /** As the provider writes it: its tokens are held against it letter by letter. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** With blanks between them, as OAuth has it. */
  readonly scopes: string;
  /** An origin: where readers reach the server. */
  readonly publicUrl: string;
  /** The first encrypts, all decrypt. */
  readonly sessionSecrets: readonly string[];
  /** Without a request for so long a session ends. */
  readonly idleMs: number;
  /** After so long it ends in any case. */
  readonly absoluteMs: number;
}

/** What is sent over plain http is read on the way; on this machine there is no way. */
const isSafe = ({ protocol, hostname }: URL) =>
  protocol === "https:" || (protocol === "http:" && isLoopbackHost(hostname));

const issuer = z.string().refine(
  (text) => {
    if (!URL.canParse(text)) return false;
    const url = new URL(text);
    return isSafe(url) && url.username + url.password + url.search + url.hash === "";
  },
  { error: "must be an https address without a query (http only on this machine's own loopback)" },
);

/** All of them, or none. */
const NEEDED_VARIABLES = {
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: headerText.optional(),
  OIDC_CLIENT_SECRET: headerText.optional(),
  SESSION_SECRETS: secretList.optional(),
  // Without roles whoever signs in may see nothing, and without sign-in nobody has one.
  ACCESS_FILE: z.string().optional(),
};

/** As well; but links are sealed without sign-in, too. */
const LINK_SECRETS = "LINK_SECRETS";

export const SIGN_IN_VARIABLES = {
  ...NEEDED_VARIABLES,
  OIDC_SCOPES: z
    .string()
    .regex(/^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/, {
      error: "must be scopes with a blank between them",
    })
    .refine((scopes) => scopes.split(" ").includes("openid"), {
      error: "must have `openid` among them",
    })
    .default("openid profile"),
  SESSION_IDLE_MINUTES: wholeNumber(10, 1_440).default(60),
  SESSION_ABSOLUTE_HOURS: wholeNumber(1, 168).default(12),
};

const NEEDED_NAMES = Object.keys(NEEDED_VARIABLES);

/** The settings of an environment; undefined where nobody is to sign in. */
export function signInSettingsOf(
  variables: z.output<z.ZodObject<typeof SIGN_IN_VARIABLES>>,
  publicUrl: string | undefined,
): SignInSettings | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, SESSION_SECRETS } = variables;
  if (
    OIDC_ISSUER === undefined ||
    OIDC_CLIENT_ID === undefined ||
    OIDC_CLIENT_SECRET === undefined ||
    SESSION_SECRETS === undefined ||
    publicUrl === undefined
  )
    return undefined;
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    scopes: variables.OIDC_SCOPES,
    publicUrl,
    sessionSecrets: SESSION_SECRETS,
    idleMs: variables.SESSION_IDLE_MINUTES * 60_000,
    absoluteMs: variables.SESSION_ABSOLUTE_HOURS * 3_600_000,
  };
}

/** Half a sign-in is none, and a host that others reach needs one. */
export function signInProblems(set: SetVariables): string[] {
  const given = NEEDED_NAMES.filter((name) => set.has(name));
  if (given.length > 0) {
    const missing = [...NEEDED_NAMES, LINK_SECRETS].filter((name) => !set.has(name));
    return [
      ...missing.map((name) => `${name}: is missing beside ${given.join(", ")}`),
      ...(set.has("PUBLIC_URL")
        ? []
        : ["PUBLIC_URL: is missing: the provider sends readers back to it"]),
    ];
  }
  const host = set.get("HOST");
  if (host === undefined || isLoopbackHost(host)) return [];
  return [
    `HOST: must be this machine's own loopback, for without sign-in anyone who reaches the port reads every call; set ${NEEDED_NAMES.join(", ")}, ${LINK_SECRETS} and PUBLIC_URL`,
  ];
}
