import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { sessionQuery } from "#app/api/session-query.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useWatchWords } from "#app/i18n/use-watch-words.ts";
import type { RuleState } from "./rule-state.ts";
import { UNITS, type WatchRule } from "./watch-rules.ts";

export interface RuleWords {
  /** `服务水平（20 秒内）` */
  figure(rule: WatchRule): string;
  /** `近 30 分钟放弃率高于 10%` */
  rule(rule: WatchRule): string;
  /** A value of the rule's figure with its unit. */
  value(rule: WatchRule, value: number): string;
  /** `10:32`, with the day where it is another than today */
  clock(ms: number): string;
  /** The alarm in a line: the figure, the rule, since when. */
  alarm(rule: WatchRule, state: RuleState): string;
}

/** Says rules and what is known of them. */
export function useRuleWords(): RuleWords {
  const words = useWatchWords();
  const formats = useFormats();
  const { now } = useSuspenseQuery(sessionQuery()).data;
  return useMemo(() => {
    const figure = ({ figure: of, level }: WatchRule) =>
      of === "level" && level !== undefined
        ? words.levelWithin(formats.count(level.seconds))
        : words.figures[of];
    const value = ({ figure: of }: WatchRule, number: number) => {
      const unit = UNITS[of];
      const text = formats.count(Math.round(10 * number) / 10);
      return unit === "percent" ? `${text}%` : `${text} ${words.units[unit]}`;
    };
    const rule = (one: WatchRule) =>
      words.rule(
        figure(one),
        words.sides[one.side],
        value(one, one.value),
        words.windows[one.window],
      );
    const clock = (ms: number) => formats.clockShort(ms, now());
    return {
      figure,
      value,
      rule,
      clock,
      alarm: (one, { value: found, since }) =>
        words.alarm(figure(one), value(one, found ?? 0), rule(one), clock(since ?? 0)),
    };
  }, [words, formats, now]);
}
