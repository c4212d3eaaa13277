import * as z from "zod";
import { isTimeZone } from "#contract/time/time-range.ts";

/** As a database's name: the sample in memory, whatever lies ready in a file. */
export const IN_MEMORY = ":memory:";

function whole(least: number, most: number) {
  return z
    .string()
    .refine((text) => /^\d{1,8}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    })
    .transform(Number);
}

/** Key ids and tokens travel in headers, where a line feed or a letter outside ASCII cannot. */
const secret = z
  .string()
  .regex(/^[\x21-\x7e]+$/, { error: "must be printable ASCII without spaces" });

const flag = z
  .enum(["true", "false"], { error: "must be true or false" })
  .default("false")
  .transform((text) => text === "true");

/** What `npm run upstream` reads of the environment; the same names as the server's. */
const environmentSchema = z.object({
  ALIBABA_CLOUD_ACCESS_KEY_ID: secret.optional(),
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret.optional(),
  ALIBABA_CLOUD_SECURITY_TOKEN: secret.optional(),
  SAMPLE_RECORDS: whole(0, 10_000_000).default(100_000),
  SAMPLE_SEED: z
    .string()
    .regex(/^[\w.-]{1,64}$/, { error: "must be at most 64 letters, digits, dots and dashes" })
    .optional(),
  SAMPLE_DAYS: whole(1, 3650).optional(),
  SAMPLE_LIVE: flag,
  SAMPLE_LIVE_SECONDS: z
    .string()
    .refine((text) => /^\d{1,4}(\.\d{1,3})?$/.test(text) && Number(text) > 0, {
      error: "must be a number above 0 and below 10000",
    })
    .default("5")
    .transform(Number),
  EMBEDDED_FAULTS: flag,
  /** What each access key may ask; unset: as much as it likes. */
  EMBEDDED_CALLS_PER_SECOND: whole(1, 10_000).optional(),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, { error: "must be a time zone's IANA name, such as Asia/Shanghai" })
    .default("Asia/Shanghai"),
});

export type UpstreamEnvironment = z.output<typeof environmentSchema>;

/** Variables that are wrong, by name; no value is repeated, for it may be a secret. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/**
 * An empty variable counts as unset.
 *
 * @throws EnvironmentError
 */
export function readUpstreamEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): UpstreamEnvironment {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(set);
  const problems = (parsed.error?.issues ?? []).map(
    (issue) => `${issue.path.join(".")}: ${issue.message}`,
  );
  const hasId = set["ALIBABA_CLOUD_ACCESS_KEY_ID"] !== undefined;
  const hasSecret = set["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] !== undefined;
  if (hasId !== hasSecret)
    problems.push("ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET go together");
  if (parsed.data !== undefined && problems.length === 0) return parsed.data;
  throw new EnvironmentError(`Mend the environment:\n  ${problems.join("\n  ")}`);
}
