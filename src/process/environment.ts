import * as z from "zod";
import { parseText } from "#contract/filter/codec.ts";
import { DEFAULT_ENDPOINT } from "#contract/upstream/envelope.ts";
import { isTimeZone } from "#contract/time/time-range.ts";
import { isLoopbackHost } from "./loopback.ts";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

function whole(least: number, most: number) {
  return z
    .string()
    .refine((text) => /^\d{1,15}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    })
    .transform(Number);
}

const flag = z
  .enum(["true", "false"], { error: "must be true or false" })
  .default("false")
  .transform((text) => text === "true");

/** Key ids and tokens travel in headers, where a line feed or a letter outside ASCII cannot. */
const secret = z
  .string()
  .regex(/^[\x21-\x7e]+$/, { error: "must be printable ASCII without spaces" });

function parseOrigin(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!["http:", "https:"].includes(url.protocol)) return undefined;
  return url.pathname === "/" && url.search + url.hash + url.username + url.password === ""
    ? url
    : undefined;
}

const publicUrl = z.string().transform((text, context) => {
  const url = parseOrigin(text);
  if (url !== undefined) return url.origin;
  context.addIssue("must be an http or https address without a path");
  return z.NEVER;
});

const endpoint = z.string().transform((text, context) => {
  const url = parseOrigin(text);
  if (url !== undefined && (url.protocol === "https:" || isLoopbackHost(url.hostname)))
    return url.origin;
  context.addIssue(
    "must be an https address without a path (http only to this machine's own loopback)",
  );
  return z.NEVER;
});

const idList = z.string().transform((text, context) => {
  const ids = text.split(",").map(parseText);
  const good = ids.filter((id) => id !== undefined);
  if (good.length === ids.length) return [...new Set(good)];
  context.addIssue("must be instance ids separated by commas");
  return z.NEVER;
});

/**
 * The environment variables that are read, each by itself; `config.ts` holds them against one
 * another. Messages never repeat a value: it may be a secret in the wrong place.
 */
export const environmentSchema = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]{1,253}$/, { error: "must be a host name or an address" })
    .default("127.0.0.1"),
  /** 0 takes any free port. */
  PORT: whole(0, 65_535).default(8080),
  /** Where browsers reach the server, if not at HOST:PORT. */
  PUBLIC_URL: publicUrl.optional(),

  ALIBABA_CLOUD_ACCESS_KEY_ID: secret.optional(),
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret.optional(),
  ALIBABA_CLOUD_SECURITY_TOKEN: secret.optional(),
  CCC_ENDPOINT: endpoint.default(DEFAULT_ENDPOINT),
  CCC_INSTANCE_IDS: idList.optional(),

  /** `:memory:` is sample data in memory even where a database file lies ready. */
  EMBEDDED_DATABASE: z.string().optional(),
  EMBEDDED_PORT: whole(0, 65_535).default(0),
  SAMPLE_RECORDS: whole(0, 10_000_000).default(100_000),
  /** The same seed gives the same calls. */
  SAMPLE_SEED: z
    .string()
    .regex(/^[\w.-]{1,64}$/, { error: "must be at most 64 letters, digits, dots and dashes" })
    .optional(),
  /** Over how many days the sample is spread. */
  SAMPLE_DAYS: whole(1, 3650).default(180),
  /** New calls come in while it runs, so many seconds apart on average. */
  SAMPLE_LIVE: flag,
  SAMPLE_LIVE_SECONDS: z
    .string()
    .refine((text) => /^\d{1,4}(\.\d{1,3})?$/.test(text) && Number(text) > 0, {
      error: "must be a number above 0 and below 10000",
    })
    .default("5")
    .transform(Number),
  /** Adds instances that go wrong on purpose. */
  EMBEDDED_FAULTS: flag,
  /** A quota of the embedded upstream; unset: it has none. */
  EMBEDDED_CALLS_PER_SECOND: whole(1, 10_000).optional(),

  TIME_ZONE: z
    .string()
    .refine(isTimeZone, { error: "must be a time zone's IANA name, such as Asia/Shanghai" })
    .default("Asia/Shanghai"),
  RETENTION_DAYS: whole(1, 3650).default(180),
  UPSTREAM_CONCURRENCY: whole(1, 256).default(16),
  /** Unset: as fast as the upstream takes it. */
  UPSTREAM_CALLS_PER_SECOND: whole(1, 1000).optional(),
  UPSTREAM_TIMEOUT_MS: whole(100, 120_000).default(10_000),

  OIDC_ISSUER: z
    .string()
    .refine((text) => URL.canParse(text) && text.startsWith("https://"), {
      error: "must be an https address",
    })
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  SESSION_SECRET: z.string().min(32, { error: "must have at least 32 characters" }).optional(),

  /** `warn` keeps the terminal of `npm start` quiet; `info` writes a line for every request. */
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(", ")}` })
    .default("warn"),
});

export type Environment = z.output<typeof environmentSchema>;
