import * as z from "zod";
import { parseText } from "#contract/filter/codec.ts";
import { plainText } from "#contract/filter/plain-text.ts";
import { MOST_LEVEL_SECONDS } from "#contract/filter/service-level.ts";
import { isLoopbackHost } from "#process/loopback.ts";
import { EMBEDDED_VARIABLES } from "./embedded-settings.ts";
import { KEY_PAIR_VARIABLES } from "./key-pair.ts";
import { SIGN_IN_VARIABLES } from "./sign-in-settings.ts";
import { addresses, hostNames, origin, secretList, wholeNumber } from "./variable-kinds.ts";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const text = z.string();

const host = text.regex(/^[\w.:-]{1,253}$/, { error: "must be a host name or an address" });

const instanceIds = text.transform((list, context) => {
  const ids = plainText(list).split(",").map(parseText);
  const good = ids.filter((id) => id !== undefined);
  if (good.length === ids.length) return [...new Set(good)];
  context.addIssue("must be instance ids separated by commas");
  return z.NEVER;
});

function isTlsOrLoopback({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || isLoopbackHost(hostname);
}

/** Of `@alicloud/credentials`, which reads them itself. */
const CHAIN_VARIABLES = {
  ALIBABA_CLOUD_CREDENTIALS_URI: text.optional(),
  ALIBABA_CLOUD_ROLE_ARN: text.optional(),
  ALIBABA_CLOUD_OIDC_PROVIDER_ARN: text.optional(),
  ALIBABA_CLOUD_OIDC_TOKEN_FILE: text.optional(),
  ALIBABA_CLOUD_ECS_METADATA: text.optional(),
  ALIBABA_CLOUD_PROFILE: text.optional(),
  ALIBABA_CLOUD_CREDENTIALS_FILE: text.optional(),
};

/** The provider's own service is meant where any of these is set. */
export const CLOUD_NAMES = [
  "ALIBABA_CLOUD_ACCESS_KEY_ID",
  "CCC_ENDPOINT",
  ...Object.keys(CHAIN_VARIABLES),
];

/**
 * What the server reads of its environment, each variable by itself; `server-settings.ts` holds them
 * against one another, and the table in the README says what they mean.
 */
export const serverVariables = z.object({
  HOST: host.default("127.0.0.1"),
  PORT: wholeNumber(0, 65_535).default(8080),
  PUBLIC_URL: origin(
    "must be an https address without a path (http only on this machine's own loopback)",
    isTlsOrLoopback,
  ).optional(),
  TRUSTED_PROXIES: addresses.optional(),

  ...KEY_PAIR_VARIABLES,
  ...CHAIN_VARIABLES,
  CCC_ENDPOINT: origin(
    "must be an https address without a path (http only to this machine's own loopback)",
    isTlsOrLoopback,
  ).default("https://ccc.cn-shanghai.aliyuncs.com"),
  CCC_INSTANCE_IDS: instanceIds.optional(),

  EMBEDDED_DATABASE: text.optional(),
  EMBEDDED_PORT: wholeNumber(0, 65_535).default(0),
  ...EMBEDDED_VARIABLES,

  RECORDING_HOSTS: hostNames.optional(),

  RETENTION_DAYS: wholeNumber(1, 3650).default(180),
  SERVICE_LEVEL_SECONDS: wholeNumber(1, MOST_LEVEL_SECONDS).default(20),
  UPSTREAM_CONCURRENCY: wholeNumber(1, 256).default(16),
  CACHE_MEGABYTES: wholeNumber(1, 4_096).default(64),
  REQUEST_MEGABYTES: wholeNumber(1, 4_096).default(64),
  LONGEST_WAIT_MS: wholeNumber(1_000, 60_000).default(8_000),
  UPSTREAM_CALLS_PER_SECOND: wholeNumber(1, 1000).optional(),
  UPSTREAM_TIMEOUT_MS: wholeNumber(100, 120_000).default(10_000),

  ...SIGN_IN_VARIABLES,
  LINK_SECRETS: secretList.optional(),
  TEAM_VIEWS_FILE: text.optional(),
  EXPORT_REASON_ABOVE: wholeNumber(0, 1_000_000_000).optional(),
  METRICS_PORT: wholeNumber(0, 65_535).optional(),
  METRICS_HOST: host.default("127.0.0.1"),
  AUDIT_FILE: text.optional(),

  /** `warn` keeps the terminal of `npm start` quiet; `info` writes a line for every request. */
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(", ")}` })
    .default("warn"),
});
export type ServerVariables = z.output<typeof serverVariables>;
