import { embeddedSettingsOf, type EmbeddedSettings } from "./embedded-settings.ts";
import { keyPairOf, keyPairProblems, type KeyPair } from "./key-pair.ts";
import { portProblems } from "./port-problems.ts";
import { readVariables, type Environment, type SetVariables } from "./read-variables.ts";
import { CLOUD_NAMES, serverVariables, type ServerVariables } from "./server-variables.ts";
import { signInProblems, signInSettingsOf, type SignInSettings } from "./sign-in-settings.ts";

/** The provider's own service. */
export interface CloudSettings {
  readonly kind: "cloud";
  /** An origin, such as `https://ccc.cn-shanghai.aliyuncs.com`. */
  readonly endpoint: string;
  /** Undefined: the provider's credential chain is asked. */
  readonly keyPair: KeyPair | undefined;
}

/** An embedded upstream in the server's own process. */
export interface OwnUpstreamSettings extends EmbeddedSettings {
  readonly kind: "embedded";
  /** Its name; undefined: what was imported, or the sample in memory. */
  readonly database: string | undefined;
  /** 0 takes any free port. */
  readonly port: number;
}

/** The settings of the server. */
export interface ServerSettings {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** An origin, such as `https://calls.example.com`: where browsers reach the server, if not at its host and port. */
  readonly publicUrl: string | undefined;
  /** Undefined: nobody signs in, and the server is this machine's alone. */
  readonly signIn: SignInSettings | undefined;
  /** Addresses and CIDR blocks of those whose forwarded headers are believed. */
  readonly trustedProxies: readonly string[];
  readonly upstream: CloudSettings | OwnUpstreamSettings;
  /** What may be read; undefined: whatever the credentials may. */
  readonly instanceIds: readonly string[] | undefined;
  /** IANA name: calendar days are days of this zone. */
  readonly timeZone: string;
  readonly retentionDays: number;
  /** In time is who was answered after so many seconds in the queue, where nobody has chosen others. */
  readonly serviceLevelSeconds: number;
  /** Upstream calls under way at once. */
  readonly upstreamConcurrency: number;
  /** The account's quota, where it is known. */
  readonly upstreamCallsPerSecond: number | undefined;
  /** How long an upstream call may take, retries included. */
  readonly upstreamTimeoutMs: number;
  /** Rows that would wait longer for their turn are refused, and what is worth less sooner. */
  readonly longestWaitMs: number;
  /** Names of the storage of recordings; with a leading dot, all that end so. */
  readonly recordingHosts: readonly string[];
  /** What the pages of call records that are kept may weigh. */
  readonly cacheBytes: number;
  /** What requests under way may hold, with their answers until these are sent. */
  readonly requestBytes: number;
  /** An export of more records needs a reason; undefined: none does. */
  readonly exportReasonAbove: number | undefined;
  /** The first seals numbers in links, all open; undefined: one is made. */
  readonly linkSecrets: readonly string[] | undefined;
  /** The file that says who may do what; with sign-in alone. */
  readonly accessFile: string | undefined;
  /** The file of views that everyone is handed. */
  readonly teamViewsFile: string | undefined;
  /** Where metrics are served, and nothing else is; 0 takes any free port. */
  readonly metricsPort: number | undefined;
  readonly metricsHost: string;
  /** Where the audit log goes; undefined: to standard output, where somebody signs in. */
  readonly auditFile: string | undefined;
  readonly logLevel: ServerVariables["LOG_LEVEL"];
}

/**
 * The server's settings, from its environment.
 *
 * @throws StartError that lists every variable that is wrong, and no value
 */
export function readServerSettings(environment: Environment): ServerSettings {
  const { values, set } = readVariables(serverVariables, environment, problemsBetween);
  return {
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL,
    exportReasonAbove: values.EXPORT_REASON_ABOVE,
    signIn: signInSettingsOf(values, values.PUBLIC_URL),
    trustedProxies: values.TRUSTED_PROXIES ?? [],
    upstream: CLOUD_NAMES.some((name) => set.has(name))
      ? // A plain pair is what the chain would find first; it needs no library to be found.
        { kind: "cloud", endpoint: values.CCC_ENDPOINT, keyPair: keyPairOf(values) }
      : {
          kind: "embedded",
          database: values.EMBEDDED_DATABASE,
          port: values.EMBEDDED_PORT,
          ...embeddedSettingsOf(values),
        },
    instanceIds: values.CCC_INSTANCE_IDS,
    timeZone: values.TIME_ZONE,
    retentionDays: values.RETENTION_DAYS,
    serviceLevelSeconds: values.SERVICE_LEVEL_SECONDS,
    upstreamConcurrency: values.UPSTREAM_CONCURRENCY,
    upstreamCallsPerSecond: values.UPSTREAM_CALLS_PER_SECOND,
    upstreamTimeoutMs: values.UPSTREAM_TIMEOUT_MS,
    longestWaitMs: values.LONGEST_WAIT_MS,
    recordingHosts: values.RECORDING_HOSTS ?? [],
    cacheBytes: values.CACHE_MEGABYTES * 1_000_000,
    requestBytes: values.REQUEST_MEGABYTES * 1_000_000,
    linkSecrets: values.LINK_SECRETS,
    accessFile: values.ACCESS_FILE,
    teamViewsFile: values.TEAM_VIEWS_FILE,
    metricsPort: values.METRICS_PORT,
    metricsHost: values.METRICS_HOST,
    auditFile: values.AUDIT_FILE,
    logLevel: values.LOG_LEVEL,
  };
}

function problemsBetween(set: SetVariables): string[] {
  return [...keyPairProblems(set), ...signInProblems(set), ...portProblems(set)];
}
