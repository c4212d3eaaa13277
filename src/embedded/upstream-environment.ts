import * as z from "zod";
import { isTimeZone } from "#contract/time-range.ts";

const flag = z
  .enum(["true", "false"], { error: "must be true or false" })
  .default("false")
  .transform((text) => text === "true");

/** What `npm run upstream` reads of the environment; the same names as the server's. */
const environmentSchema = z.object({
  ALIBABA_CLOUD_ACCESS_KEY_ID: z.string().optional(),
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: z.string().optional(),
  ALIBABA_CLOUD_SECURITY_TOKEN: z.string().optional(),
  SAMPLE_RECORDS: z
    .string()
    .regex(/^\d{1,8}$/, { error: "must be a whole number" })
    .default("100000")
    .transform(Number),
  SAMPLE_SEED: z.string().optional(),
  SAMPLE_DAYS: z
    .string()
    .refine((text) => /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 3650, {
      error: "must be a whole number from 1 to 3650",
    })
    .transform(Number)
    .optional(),
  SAMPLE_LIVE: flag,
  SAMPLE_LIVE_SECONDS: z
    .string()
    .refine((text) => /^\d{1,4}(\.\d{1,3})?$/.test(text) && Number(text) > 0, {
      error: "must be a number above 0 and below 10000",
    })
    .default("5")
    .transform(Number),
  EMBEDDED_FAULTS: flag,
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
  const [id, secret] = [set["ALIBABA_CLOUD_ACCESS_KEY_ID"], set["ALIBABA_CLOUD_ACCESS_KEY_SECRET"]];
  if ((id === undefined) !== (secret === undefined))
    problems.push("ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET go together");
  if (parsed.data !== undefined && problems.length === 0) return parsed.data;
  throw new EnvironmentError(`Mend the environment:\n  ${problems.join("\n  ")}`);
}
