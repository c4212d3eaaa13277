import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useId, useState, type FormEvent } from "react";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useWatchWords } from "#app/i18n/use-watch-words.ts";
import { useServiceLevel } from "#app/view/use-service-level.ts";
import { useView } from "#app/view/use-view.tsx";
import { RuleScope } from "./rule-scope.tsx";
import { ruleViewOf } from "./rule-view.ts";
import { FIGURES, MOST_VALUE, SIDES, UNITS, WINDOWS, type WatchRule } from "./watch-rules.ts";
import select from "#app/ui/select.module.css";
import classes from "./watch.module.css";

interface RuleFormProps {
  /** Absent: a new one, for the view on the screen. */
  readonly rule: WatchRule | undefined;
  readonly onSave: (rule: WatchRule) => void;
  readonly onCancel: () => void;
}

/** A sensible threshold of each unit, to begin with. */
const USUAL = { percent: "10", seconds: "60", calls: "5" } as const;

/** A number as it is typed; undefined where it is none, or too great. */
function readValue(text: string, most: number): number | undefined {
  const value = /^\d{1,7}(\.\d)?$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value <= most ? value : undefined;
}

/** What is watched, from when on it is told, and over which time. */
export function RuleForm({ rule, onSave, onCancel }: RuleFormProps) {
  const words = useWatchWords();
  const { count } = useFormats();
  const { view, instance } = useView();
  const { level } = useServiceLevel();
  const id = useId();
  const [figure, setFigure] = useState(rule?.figure ?? FIGURES[0]);
  const [side, setSide] = useState(rule?.side ?? SIDES[0]);
  const [window, setWindow] = useState(rule?.window ?? "30m");
  const unit = UNITS[figure];
  const [draft, setDraft] = useState(String(rule?.value ?? USUAL[unit]));
  const value = readValue(draft, MOST_VALUE[unit]);
  const ofView = rule?.view ?? ruleViewOf(view, instance);
  function save(event: FormEvent) {
    event.preventDefault();
    if (value === undefined || ofView === undefined) return;
    onSave({
      id: rule?.id ?? crypto.randomUUID(),
      view: ofView,
      figure,
      side,
      value,
      window,
      ...(figure === "level" && { level: rule?.level ?? level }),
      ...(rule?.isPaused === true && { isPaused: true }),
    });
  }
  if (ofView === undefined) return <p className={classes["about"]}>{words.numbers}</p>;
  return (
    <form
      aria-label={rule ? words.edit : words.addTitle}
      className={classes["form"]}
      onSubmit={save}
    >
      <Choice
        label={words.figure}
        options={FIGURES}
        names={words.figures}
        value={figure}
        onChange={(next) => {
          setFigure(next);
          if (UNITS[next] !== unit) setDraft(USUAL[UNITS[next]]);
        }}
      />
      <Choice
        label={words.side}
        options={SIDES}
        names={words.sides}
        value={side}
        onChange={setSide}
      />
      <Input
        size="small"
        className={classes["value"] ?? ""}
        aria-label={words.value}
        inputMode="decimal"
        autoComplete="off"
        maxLength={9}
        suffix={words.units[unit]}
        value={draft}
        status={value === undefined ? "error" : ""}
        aria-invalid={value === undefined}
        aria-describedby={value === undefined ? `${id}bad` : undefined}
        onChange={(event) => setDraft(event.target.value)}
      />
      <Choice
        label={words.window}
        options={WINDOWS}
        names={words.windows}
        value={window}
        onChange={setWindow}
      />
      {value === undefined && (
        <span id={`${id}bad`} role="alert" className={classes["bad"]}>
          {words.bad(count(MOST_VALUE[unit]))}
        </span>
      )}
      <span className={classes["scope"]}>
        <span>{`${words.scope}: `}</span>
        <RuleScope view={ofView} />
      </span>
      <span className={classes["ways"]}>
        <Button size="small" type="primary" htmlType="submit" disabled={value === undefined}>
          {words.save}
        </Button>
        <Button size="small" onClick={onCancel}>
          {words.cancel}
        </Button>
      </span>
    </form>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, options, names, value, onChange }: ChoiceProps<T>) {
  return (
    <select
      className={select["select"]}
      aria-label={label}
      value={value}
      onChange={({ target }) =>
        onChange(options.find((option) => option === target.value) ?? value)
      }
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {names[option]}
        </option>
      ))}
    </select>
  );
}
