import * as z from "zod/mini";
import { LEVEL_FORMULAS, MOST_LEVEL_SECONDS } from "#contract/filter/service-level.ts";

// What is watched, as a value: how the text in the browser's storage is read and written, and every change.

/** Figures of the line above the rows that can be watched. */
export const FIGURES = [
  "abandonedShare",
  "answeredShare",
  "level",
  "queueMedian",
  "queueP90",
  "abandonedInQueue",
  "total",
] as const;
export type WatchedFigure = (typeof FIGURES)[number];

/** What a figure is in: a share in per cent, seconds, or calls. */
export const UNITS = {
  abandonedShare: "percent",
  answeredShare: "percent",
  level: "percent",
  queueMedian: "seconds",
  queueP90: "seconds",
  abandonedInQueue: "calls",
  total: "calls",
} as const satisfies Record<WatchedFigure, "percent" | "seconds" | "calls">;

export const SIDES = ["over", "under"] as const;
/** Calls that began in the last minutes, or today so far. */
export const WINDOWS = ["15m", "30m", "60m", "today"] as const;
export type WatchWindow = (typeof WINDOWS)[number];

/** More would be asked of the cloud each minute than a screen is. */
export const MOST_RULES = 20;
/** The greatest threshold of a unit; a share is told to a tenth. */
export const MOST_VALUE = { percent: 100, seconds: 3_600, calls: 1_000_000 } as const;

const ruleSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  /** Instance and criteria of the view that it was made in, as the end of a link. */
  view: z.string().check(z.maxLength(16_384)),
  figure: z.enum(FIGURES),
  side: z.enum(SIDES),
  /** In the unit of the figure. */
  value: z.number().check(z.minimum(0), z.maximum(MOST_VALUE.calls)),
  window: z.enum(WINDOWS),
  /** How a service level is taken. */
  level: z.optional(
    z.object({
      seconds: z.int().check(z.minimum(1), z.maximum(MOST_LEVEL_SECONDS)),
      formula: z.enum(LEVEL_FORMULAS),
    }),
  ),
  isPaused: z.optional(z.boolean()),
});
export type WatchRule = z.infer<typeof ruleSchema>;

const storedSchema = z.object({
  rules: z.array(z.unknown()),
  isNotified: z.optional(z.boolean()),
});

export interface Watched {
  readonly rules: readonly WatchRule[];
  /** Whether the reader wants notifications of the system, too. */
  readonly isNotified: boolean;
}

export const NOTHING_WATCHED: Watched = { rules: [], isNotified: false };

/** What a stored text says; what cannot be read of it is left out. */
export function readWatched(text: string | null): Watched {
  const stored = storedSchema.safeParse(parsed(text)).data;
  if (stored === undefined) return NOTHING_WATCHED;
  const rules: WatchRule[] = [];
  for (const entry of stored.rules) {
    const rule = ruleSchema.safeParse(entry).data;
    if (rule && rules.every(({ id }) => id !== rule.id)) rules.push(rule);
  }
  return { rules: rules.slice(0, MOST_RULES), isNotified: stored.isNotified === true };
}

export const writeWatched = (watched: Watched): string => JSON.stringify(watched);

/** Adds a rule, or puts it in the place of the one with its id. Where there are enough it stays out. */
export function putRule(watched: Watched, rule: WatchRule): Watched {
  const { rules } = watched;
  if (rules.some(({ id }) => id === rule.id))
    return { ...watched, rules: rules.map((one) => (one.id === rule.id ? rule : one)) };
  return rules.length < MOST_RULES ? { ...watched, rules: [...rules, rule] } : watched;
}

export function removeRule(watched: Watched, id: string): Watched {
  return { ...watched, rules: watched.rules.filter((rule) => rule.id !== id) };
}

/** The text as JSON; undefined where it is none. */
export function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
