import Button from "antd/es/button";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useWatchWords } from "#app/i18n/use-watch-words.ts";
import { RuleScope } from "./rule-scope.tsx";
import { uncheckedSince, type RuleState } from "./rule-state.ts";
import { useRuleWords } from "./use-rule-words.ts";
import type { WatchRule } from "./watch-rules.ts";
import classes from "./watch.module.css";

interface RuleRowProps {
  readonly rule: WatchRule;
  readonly state: RuleState | undefined;
  readonly nowMs: number;
  readonly onEdit: () => void;
  readonly onPause: () => void;
  readonly onRemove: () => void;
}

/** A rule, what is known of it, and what can be done with it. */
export function RuleRow({ rule, state, nowMs, onEdit, onPause, onRemove }: RuleRowProps) {
  const words = useWatchWords();
  const name = useRuleWords().rule(rule);
  const isPaused = rule.isPaused === true;
  return (
    <div className={classes["rule"]}>
      <strong>{name}</strong>
      <RuleScope view={rule.view} />
      <span className={classes["state"]} data-alarm={state?.status === "alarm" || undefined}>
        {isPaused ? words.paused : <StateText rule={rule} state={state} nowMs={nowMs} />}
      </span>
      <span className={classes["ways"]}>
        <Button size="small" type="link" aria-label={words.editOf(name)} onClick={onEdit}>
          {words.edit}
        </Button>
        <Button
          size="small"
          type="link"
          aria-label={isPaused ? words.resumeOf(name) : words.pauseOf(name)}
          onClick={onPause}
        >
          {isPaused ? words.resume : words.pause}
        </Button>
        <Button size="small" type="link" aria-label={words.removeOf(name)} onClick={onRemove}>
          {words.remove}
        </Button>
      </span>
    </div>
  );
}

function StateText({ rule, state, nowMs }: Pick<RuleRowProps, "rule" | "state" | "nowMs">) {
  const words = useWatchWords();
  const ruleWords = useRuleWords();
  const { count } = useFormats();
  const missing = uncheckedSince(state, nowMs);
  if (missing !== undefined) return words.unchecked(ruleWords.clock(missing));
  const { status, value, base, checkedAt, since, quietUntil } = state ?? {};
  if (value === undefined || base === undefined || checkedAt === undefined) return words.notYet;
  const at = ruleWords.clock(checkedAt);
  if (status === "few") return words.few(count(base), at);
  return [
    words.now(ruleWords.value(rule, value), count(base), at),
    ...(status === "alarm" && since !== undefined
      ? [words.crossedSince(ruleWords.clock(since))]
      : []),
    ...(quietUntil !== undefined && quietUntil > nowMs
      ? [words.quietTill(ruleWords.clock(quietUntil))]
      : []),
  ].join(" · ");
}
