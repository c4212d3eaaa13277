import CloseCircleFilled from "@ant-design/icons/es/icons/CloseCircleFilled";
import Input from "antd/es/input/Input";
import { memo } from "react";
import { useDraft } from "./use-draft.ts";
import classes from "./text-filter.module.css";

interface TextFilterProps {
  label: string;
  /** The value in effect; absent when there is none. */
  value: string | undefined;
  placeholder: string;
  disabled?: boolean;
  /** What the text means, or undefined where it means nothing. */
  parse: (text: string) => string | undefined;
  /** Said below the field while its text means nothing. */
  badText: (text: string) => string;
  /** What the button that empties the field is called. */
  clearText: string;
  /** For fields that add to a list: what took effect leaves the field. */
  clearOnCommit?: boolean;
  onCommit: (value: string | undefined) => void;
  /** Inside the field, or heard only, where a heading above says the same. */
  labelPlace: "inside" | "hidden";
}

/**
 * A text that takes effect on Enter or on leaving the field, not on every key: each change is a
 * step of the history and a request. It follows its value, so that Back changes the field too.
 */
export const TextFilter = memo(function TextFilter(props: TextFilterProps) {
  const value = props.value ?? "";
  const [draft, setDraft] = useDraft(value, "text");
  // The value itself is never read as typed: it may be more exact than what typing can say.
  const bad = draft !== value && draft.trim() !== "" && props.parse(draft) === undefined;

  function commit(text: string) {
    if (text === value) return;
    if (text.trim() === "") {
      if (value !== "") props.onCommit(undefined);
      return;
    }
    const next = props.parse(text);
    if (next === undefined) return;
    setDraft(props.clearOnCommit === true ? "" : next);
    if (next !== value) props.onCommit(next);
  }

  return (
    <div>
      <Input
        size="small"
        allowClear={{ clearIcon: <CloseCircleFilled aria-label={props.clearText} /> }}
        value={draft}
        disabled={props.disabled ?? false}
        placeholder={props.placeholder}
        status={bad ? "error" : ""}
        aria-label={props.label}
        aria-invalid={bad}
        prefix={
          props.labelPlace === "inside" && <span className={classes["inside"]}>{props.label}</span>
        }
        maxLength={160}
        autoComplete="off"
        spellCheck={false}
        // As long as it is empty, its placeholder is ours.
        dir={draft === "" ? undefined : "auto"}
        onChange={(event) => {
          setDraft(event.target.value);
          // The clear button empties the field in one step; nobody waits for Enter after it.
          if (event.target.value === "" && event.type === "click") commit("");
        }}
        onPressEnter={() => commit(draft)}
        onBlur={() => commit(draft)}
      />
      {bad && (
        <span className={classes["bad"]} role="alert">
          {props.badText(draft)}
        </span>
      )}
    </div>
  );
});
