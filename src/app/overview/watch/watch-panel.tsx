import { useSuspenseQuery } from "@tanstack/react-query";
import Button from "antd/es/button";
import { useState } from "react";
import { sessionQuery } from "#app/api/session-query.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useWatchWords } from "#app/i18n/use-watch-words.ts";
import { NotifyChoice } from "./notify-choice.tsx";
import { RuleForm } from "./rule-form.tsx";
import { RuleRow } from "./rule-row.tsx";
import { useRuleWords } from "./use-rule-words.ts";
import { MOST_RULES, putRule, removeRule, type WatchRule } from "./watch-rules.ts";
import { changeState, changeWatched, useWatched, type WatchKeys } from "./watch-store.ts";
import classes from "./watch.module.css";

interface WatchPanelProps {
  readonly keys: WatchKeys;
  /** The rule that was taken out last. */
  readonly removed: WatchRule | undefined;
  readonly onRemoved: (rule: WatchRule | undefined) => void;
}

/** The rules, what is known of each, and how to make another. */
export function WatchPanel({ keys, removed, onRemoved }: WatchPanelProps) {
  const words = useWatchWords();
  const ruleWords = useRuleWords();
  const { count } = useFormats();
  const { now } = useSuspenseQuery(sessionQuery()).data;
  const { watched, states } = useWatched(keys);
  const [edited, setEdited] = useState<WatchRule | "new">();
  const { rules, isNotified } = watched;
  const put = (rule: WatchRule) => {
    changeWatched(keys, (known) => putRule(known, rule));
    // What was known of it was known of another rule.
    changeState(keys, rule.id, () => undefined);
    setEdited(undefined);
  };
  const remove = (rule: WatchRule) => {
    changeWatched(keys, (known) => removeRule(known, rule.id));
    onRemoved(rule);
  };
  return (
    <div className={classes["panel"]}>
      {rules.length === 0 && <p className={classes["about"]}>{words.empty}</p>}
      <ul className={classes["rules"]}>
        {rules.map((rule) => (
          <li key={rule.id}>
            {edited !== "new" && edited?.id === rule.id ? (
              <RuleForm rule={rule} onSave={put} onCancel={() => setEdited(undefined)} />
            ) : (
              <RuleRow
                rule={rule}
                state={states[rule.id]}
                nowMs={now()}
                onEdit={() => setEdited(rule)}
                onPause={() => put({ ...rule, isPaused: rule.isPaused !== true })}
                onRemove={() => remove(rule)}
              />
            )}
          </li>
        ))}
      </ul>
      {removed && (
        <div role="status" className={classes["removed"]}>
          <span className={classes["text"]}>{words.removed(ruleWords.rule(removed))}</span>
          <Button
            size="small"
            onClick={() => {
              put(removed);
              onRemoved(undefined);
            }}
          >
            {words.undo}
          </Button>
        </div>
      )}
      {edited === "new" ? (
        <RuleForm rule={undefined} onSave={put} onCancel={() => setEdited(undefined)} />
      ) : rules.length < MOST_RULES ? (
        <Button size="small" type="primary" onClick={() => setEdited("new")}>
          {words.add}
        </Button>
      ) : (
        <p className={classes["about"]}>{words.full(count(MOST_RULES))}</p>
      )}
      <NotifyChoice
        isOn={isNotified}
        onChange={(on) => changeWatched(keys, (known) => ({ ...known, isNotified: on }))}
      />
      <p className={classes["about"]}>{words.about}</p>
    </div>
  );
}
