import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useId } from "react";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLevelWords } from "#app/i18n/use-level-words.ts";
import { useDraft } from "#app/ui/use-draft.ts";
import { useServiceLevel } from "#app/view/use-service-level.ts";
import { SHORT_ABANDON_SECONDS } from "#contract/filter/level-part.ts";
import { LEVEL_FORMULAS, MOST_LEVEL_SECONDS } from "#contract/filter/service-level.ts";
import classes from "./level-panel.module.css";

/** The seconds as they are typed; undefined where they are none that can be asked for. */
function readSeconds(text: string): number | undefined {
  const seconds = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
  return seconds >= 1 && seconds <= MOST_LEVEL_SECONDS ? seconds : undefined;
}

/** How soon is in time, and what the share is of. What is chosen is in the address at once. */
export function LevelPanel() {
  const words = useLevelWords();
  const formats = useFormats();
  const { level, usual, change } = useServiceLevel();
  const [draft, setDraft] = useDraft(String(level.seconds), "level");
  const id = useId();
  const isBad = readSeconds(draft) === undefined;
  const commit = () => {
    const seconds = readSeconds(draft);
    if (seconds !== undefined && seconds !== level.seconds) change({ ...level, seconds });
  };
  const isUsual = level.seconds === usual.seconds && level.formula === usual.formula;
  return (
    <div className={classes["panel"]}>
      <div className={classes["row"]}>
        <label htmlFor={`${id}seconds`}>{words.seconds}</label>
        <Input
          id={`${id}seconds`}
          size="small"
          className={classes["seconds"] ?? ""}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          suffix={words.unit}
          value={draft}
          status={isBad ? "error" : ""}
          aria-invalid={isBad}
          aria-describedby={isBad ? `${id}bad` : undefined}
          onChange={(event) => setDraft(event.target.value)}
          onFocus={(event) => event.currentTarget.select()}
          onPressEnter={commit}
          onBlur={commit}
        />
        {isBad && (
          <span id={`${id}bad`} role="alert" className={classes["bad"]}>
            {words.bad(formats.count(MOST_LEVEL_SECONDS))}
          </span>
        )}
      </div>
      <fieldset className={classes["formulas"]}>
        <legend>{words.formula}</legend>
        {LEVEL_FORMULAS.map((formula) => (
          <label key={formula} className={classes["formula"]}>
            <input
              type="radio"
              name={id}
              checked={formula === level.formula}
              // What is typed beside it counts, too.
              onChange={() => change({ seconds: readSeconds(draft) ?? level.seconds, formula })}
            />
            <span>{words.formulas[formula]}</span>
          </label>
        ))}
      </fieldset>
      <p className={classes["about"]}>{words.what(formats.count(SHORT_ABANDON_SECONDS))}</p>
      <p className={classes["about"]}>{words.inLink}</p>
      {!isUsual && (
        <Button size="small" onClick={() => change(usual)}>
          <span>{words.usual(formats.count(usual.seconds))}</span>
        </Button>
      )}
    </div>
  );
}
