import Input from "antd/es/input/Input";
import { useId } from "react";
import { useDraft } from "#app/ui/use-draft.ts";
import classes from "./sample.module.css";

interface WholeNumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly unit?: string;
  /** What is said of any other. */
  readonly bad: string;
  readonly onChange: (value: number) => void;
}

/** A whole number that is typed, and taken with Enter or when the field is left. */
export function WholeNumberField(props: WholeNumberFieldProps) {
  const { label, value, least, most, unit, bad, onChange } = props;
  const [draft, setDraft] = useDraft(String(value), label);
  const id = useId();
  const read = /^\d{1,4}$/.test(draft.trim()) ? Number(draft) : -1;
  const isBad = read < least || read > most;
  const commit = () => {
    if (!isBad && read !== value) onChange(read);
  };
  return (
    <span className={classes["field"]}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        size="small"
        className={classes["number"] ?? ""}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        suffix={unit}
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
          {bad}
        </span>
      )}
    </span>
  );
}
