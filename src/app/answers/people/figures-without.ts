import type { Figures, SomeFigures } from "#contract/api/figures.ts";

/**
 * The figures of all calls but some of them: each count is exact, since those are among all. A mean is, where both
 * are; a rank is not.
 */
export function figuresWithout(
  all: SomeFigures | undefined,
  some: SomeFigures | undefined,
): SomeFigures | undefined {
  if (all === undefined || some === undefined) return undefined;
  const { level, talk, satisfaction } = all;
  return {
    ...counts(all, some),
    ...(level && some.level && { level: levelWithout(level, some.level) }),
    ...(talk && some.talk && { talk: talkWithout(talk, some.talk) }),
    ...(satisfaction !== undefined &&
      some.satisfaction !== undefined && {
        satisfaction: ratedWithout(satisfaction, some.satisfaction),
      }),
  };
}

const minus = (all: number | null, some: number | null) =>
  all === null || some === null ? null : Math.max(0, all - some);

function counts(all: SomeFigures, some: SomeFigures): SomeFigures {
  const keys = ["total", "base", "answered", "placed", "rejected"] as const;
  return Object.fromEntries(
    keys.flatMap((key) => {
      const [of, less] = [all[key], some[key]];
      return of === undefined || less === undefined ? [] : [[key, minus(of, less)]];
    }),
  );
}

function levelWithout(all: Figures["level"], some: Figures["level"]): Figures["level"] {
  return {
    offered: minus(all.offered, some.offered),
    answered: minus(all.answered, some.answered),
    within: minus(all.within, some.within),
    short: minus(all.short, some.short),
  };
}

function talkWithout(all: Figures["talk"], some: Figures["talk"]): Figures["talk"] {
  const base = minus(all.base, some.base);
  const sum = ({ base: calls, mean }: Figures["talk"]) =>
    calls === 0 ? 0 : calls === null || mean === null ? null : calls * mean;
  const left = minus(sum(all), sum(some));
  const mean = base === null || base === 0 || left === null ? null : left / base;
  return { base, mean, p90: null, position: null };
}

function ratedWithout(
  all: Figures["satisfaction"],
  some: Figures["satisfaction"],
): Figures["satisfaction"] {
  if (all === null || some === null) return null;
  const keys = Object.entries(all.keys)
    .map(([key, calls]) => [key, Math.max(0, calls - (some.keys[key] ?? 0))] as const)
    .filter(([, calls]) => calls > 0);
  return { keys: Object.fromEntries(keys), isWhole: all.isWhole && some.isWhole };
}
