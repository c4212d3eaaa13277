import { environmentSchema, type Environment } from "./environment.ts";
import { isLoopbackHost } from "./loopback.ts";
import { StartError } from "./start-error.ts";

export interface StaticCredentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** There for temporary credentials only. */
  readonly securityToken?: string | undefined;
}

export interface CloudUpstream {
  readonly kind: "cloud";
  readonly endpoint: string;
  /** Absent: asked of the provider's credential chain. */
  readonly credentials?: StaticCredentials;
}

export interface EmbeddedUpstream {
  readonly kind: "embedded";
  readonly database: string | undefined;
  readonly port: number;
  readonly sampleRecords: number;
  readonly sampleSeed: string | undefined;
  readonly sampleDays: number;
  /** Seconds between new calls, on average; undefined: there are none. */
  readonly liveSeconds: number | undefined;
  /** Whether there are instances that go wrong on purpose. */
  readonly faults: boolean;
  /** Its quota; undefined: it has none. */
  readonly callsPerSecond: number | undefined;
}

export interface Config {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** An origin, such as `https://calls.example.com`. */
  readonly publicUrl: string | undefined;
  readonly upstream: CloudUpstream | EmbeddedUpstream;
  /** What may be read; undefined: whatever the credentials may. */
  readonly instanceIds: readonly string[] | undefined;
  readonly timeZone: string;
  readonly retentionDays: number;
  readonly upstreamConcurrency: number;
  /** The account's quota, where it is known. */
  readonly upstreamCallsPerSecond: number | undefined;
  readonly upstreamTimeoutMs: number;
  readonly logLevel: Environment["LOG_LEVEL"];
}

type RawEnvironment = Readonly<Record<string, string | undefined>>;

/** Any of them says that the provider's own service is meant; see `@alicloud/credentials`. */
const CREDENTIAL_NAMES = [
  "ALIBABA_CLOUD_ACCESS_KEY_ID",
  "ALIBABA_CLOUD_CREDENTIALS_URI",
  "ALIBABA_CLOUD_ROLE_ARN",
  "ALIBABA_CLOUD_OIDC_PROVIDER_ARN",
  "ALIBABA_CLOUD_OIDC_TOKEN_FILE",
  "ALIBABA_CLOUD_ECS_METADATA",
  "ALIBABA_CLOUD_PROFILE",
  "ALIBABA_CLOUD_CREDENTIALS_FILE",
  "CCC_ENDPOINT",
];

const SIGN_IN_NAMES = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "SESSION_SECRET"];

/** What no variable shows by itself. A problem is `NAME: what it must be`. */
function problemsBetween(env: RawEnvironment): string[] {
  const isSet = (name: string) => env[name] !== undefined;
  const problems: string[] = [];

  const [id, key] = ["ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET"] as const;
  if (isSet(id) && !isSet(key)) problems.push(`${key}: is missing beside ${id}`);
  if (isSet(key) && !isSet(id)) problems.push(`${id}: is missing beside ${key}`);
  if (isSet("ALIBABA_CLOUD_SECURITY_TOKEN") && !isSet(id) && !isSet(key))
    problems.push(`ALIBABA_CLOUD_SECURITY_TOKEN: is of no use without ${id} and ${key}`);

  const missing = SIGN_IN_NAMES.filter((name) => !isSet(name));
  const given = SIGN_IN_NAMES.filter(isSet);
  if (given.length > 0) {
    for (const name of missing) problems.push(`${name}: is missing beside ${given.join(", ")}`);
    // Serving without the sign-in that somebody asked for would be worse than not serving.
    problems.push(`${given[0]}: this edition has no sign-in yet, and does not pretend to`);
  }
  const host = env["HOST"];
  if (host !== undefined && !isLoopbackHost(host))
    problems.push(
      "HOST: must be this machine's own loopback, for without sign-in anyone who reaches the port reads every call",
    );
  return problems;
}

/**
 * The configuration from the environment. An empty variable counts as unset.
 *
 * @throws StartError naming every variable that is wrong, and no value
 */
export function readConfig(environment: RawEnvironment): Config {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = environmentSchema.safeParse(set);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    ...problemsBetween(set),
  ];
  if (parsed.data === undefined || problems.length > 0)
    throw new StartError(
      `Callscope cannot start. Mend the environment:\n  ${problems.join("\n  ")}`,
    );
  const env = parsed.data;
  return {
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL,
    upstream: CREDENTIAL_NAMES.some((name) => set[name] !== undefined)
      ? cloudUpstream(env)
      : {
          kind: "embedded",
          database: env.EMBEDDED_DATABASE,
          port: env.EMBEDDED_PORT,
          sampleRecords: env.SAMPLE_RECORDS,
          sampleSeed: env.SAMPLE_SEED,
          sampleDays: env.SAMPLE_DAYS,
          liveSeconds: env.SAMPLE_LIVE ? env.SAMPLE_LIVE_SECONDS : undefined,
          faults: env.EMBEDDED_FAULTS,
          callsPerSecond: env.EMBEDDED_CALLS_PER_SECOND,
        },
    instanceIds: env.CCC_INSTANCE_IDS,
    timeZone: env.TIME_ZONE,
    retentionDays: env.RETENTION_DAYS,
    upstreamConcurrency: env.UPSTREAM_CONCURRENCY,
    upstreamCallsPerSecond: env.UPSTREAM_CALLS_PER_SECOND,
    upstreamTimeoutMs: env.UPSTREAM_TIMEOUT_MS,
    logLevel: env.LOG_LEVEL,
  };
}

function cloudUpstream(env: Environment): CloudUpstream {
  const accessKeyId = env.ALIBABA_CLOUD_ACCESS_KEY_ID;
  const accessKeySecret = env.ALIBABA_CLOUD_ACCESS_KEY_SECRET;
  const securityToken = env.ALIBABA_CLOUD_SECURITY_TOKEN;
  return {
    kind: "cloud",
    endpoint: env.CCC_ENDPOINT,
    // A plain pair is what the chain would find first; it needs no library to be found.
    ...(accessKeyId !== undefined &&
      accessKeySecret !== undefined && {
        credentials: { accessKeyId, accessKeySecret, securityToken },
      }),
  };
}
