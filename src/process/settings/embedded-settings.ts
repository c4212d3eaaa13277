import * as z from "zod";
import { isTimeZone } from "#contract/time/time-range.ts";
import { flag, wholeNumber } from "./variable-kinds.ts";

/** The settings of the embedded upstream, in the server's process or in one of its own. */
export interface EmbeddedSettings {
  readonly sampleRecords: number;
  /** The same seed gives the same calls. */
  readonly sampleSeed: string | undefined;
  /** Over how many days the sample is spread. */
  readonly sampleDays: number;
  /** Seconds between new calls, on average; undefined: there are none. */
  readonly liveSeconds: number | undefined;
  /** Whether there are instances that go wrong on purpose. */
  readonly faults: boolean;
  /** The quota of each access key; undefined: there is none. */
  readonly callsPerSecond: number | undefined;
  /** IANA name: calendar days are days of this zone. */
  readonly timeZone: string;
}

export const EMBEDDED_VARIABLES = {
  SAMPLE_RECORDS: wholeNumber(0, 10_000_000).default(100_000),
  SAMPLE_SEED: z
    .string()
    .regex(/^[\w.-]{1,64}$/, { error: "must be at most 64 letters, digits, dots and dashes" })
    .optional(),
  SAMPLE_DAYS: wholeNumber(1, 3650).default(180),
  SAMPLE_LIVE: flag,
  SAMPLE_LIVE_SECONDS: z
    .string()
    .refine((text) => /^\d{1,4}(\.\d{1,3})?$/.test(text) && Number(text) > 0, {
      error: "must be a number above 0 and below 10000",
    })
    .default("5")
    .transform(Number),
  EMBEDDED_FAULTS: flag,
  EMBEDDED_CALLS_PER_SECOND: wholeNumber(1, 10_000).optional(),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, { error: "must be a time zone's IANA name, such as Asia/Shanghai" })
    .default("Asia/Shanghai"),
};

export function embeddedSettingsOf(
  variables: z.output<z.ZodObject<typeof EMBEDDED_VARIABLES>>,
): EmbeddedSettings {
  return {
    sampleRecords: variables.SAMPLE_RECORDS,
    sampleSeed: variables.SAMPLE_SEED,
    sampleDays: variables.SAMPLE_DAYS,
    liveSeconds: variables.SAMPLE_LIVE ? variables.SAMPLE_LIVE_SECONDS : undefined,
    faults: variables.EMBEDDED_FAULTS,
    callsPerSecond: variables.EMBEDDED_CALLS_PER_SECOND,
    timeZone: variables.TIME_ZONE,
  };
}
