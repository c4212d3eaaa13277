import ArrowDownOutlined from "@ant-design/icons/es/icons/ArrowDownOutlined";
import ArrowUpOutlined from "@ant-design/icons/es/icons/ArrowUpOutlined";
import CheckOutlined from "@ant-design/icons/es/icons/CheckOutlined";
import DeleteOutlined from "@ant-design/icons/es/icons/DeleteOutlined";
import EditOutlined from "@ant-design/icons/es/icons/EditOutlined";
import Input from "antd/es/input/Input";
import { useState, type KeyboardEvent, type ReactNode } from "react";
import { useSavedWords } from "#app/i18n/use-saved-words.ts";
import { outsideText } from "#app/ui/outside-text.tsx";
import { useOwnEscape } from "#app/ui/use-own-escape.ts";
import { LONGEST_NAME } from "#contract/view/saved-views.ts";
import classes from "./saved-panel.module.css";

/** What can be done with a view of one's own. */
export interface RowActions {
  readonly rename: (name: string) => void;
  readonly remove: () => void;
  readonly move: (by: -1 | 1) => void;
}

interface ViewRowProps {
  /** Absent: it is described alone. */
  readonly name?: string;
  /** Its range and filters in words. */
  readonly words: string;
  readonly isOpen: boolean;
  readonly mark?: string | undefined;
  readonly onOpen: () => void;
  readonly actions?: RowActions | undefined;
}

/** A view in the panel. Its button opens it and takes the keys; the smaller ones are for the mouse and the finger. */
export function ViewRow({ name, words, isOpen, mark, onOpen, actions }: ViewRowProps) {
  const [isRenamed, setRenamed] = useState(false);
  const [wasRenamed, setWasRenamed] = useState(false);
  const t = useSavedWords();
  function onKeyDown(event: KeyboardEvent) {
    if (actions === undefined) return;
    const { key, altKey } = event;
    if (key === "F2") setRenamed(true);
    else if (key === "Delete") actions.remove();
    else if (altKey && key === "ArrowUp") actions.move(-1);
    else if (altKey && key === "ArrowDown") actions.move(1);
    else return;
    event.preventDefault();
  }
  if (isRenamed && actions && name !== undefined)
    return (
      <li className={classes["row"]}>
        <NameField
          name={name}
          label={t.rename(name)}
          onDone={(next, by) => {
            setRenamed(false);
            setWasRenamed(by === "key");
            if (next !== undefined) actions.rename(next);
          }}
        />
      </li>
    );
  return (
    <li className={classes["row"]} data-open={isOpen}>
      <button
        type="button"
        data-view
        // The field had the focus, and took it away with it.
        autoFocus={wasRenamed}
        className={classes["view"]}
        aria-current={isOpen}
        {...(actions && { "aria-keyshortcuts": "F2 Delete Alt+ArrowUp Alt+ArrowDown" })}
        title={name === undefined ? words : `${name}\n${words}`}
        onClick={onOpen}
        onKeyDown={onKeyDown}
      >
        <span className={classes["check"]}>{isOpen && <CheckOutlined aria-hidden />}</span>
        <span className={classes["texts"]}>
          {name !== undefined && (
            <span className={classes["viewName"]}>
              {outsideText(name)}
              {mark !== undefined && <span className={classes["mark"]}>{mark}</span>}
            </span>
          )}
          <span className={name === undefined ? classes["viewName"] : classes["words"]}>
            {outsideText(words)}
          </span>
        </span>
      </button>
      {actions && name !== undefined && (
        <span className={classes["actions"]}>
          <RowButton
            label={t.up(name)}
            icon={<ArrowUpOutlined aria-hidden />}
            onClick={() => actions.move(-1)}
          />
          <RowButton
            label={t.down(name)}
            icon={<ArrowDownOutlined aria-hidden />}
            onClick={() => actions.move(1)}
          />
          <RowButton
            label={t.rename(name)}
            icon={<EditOutlined aria-hidden />}
            onClick={() => setRenamed(true)}
          />
          <RowButton
            label={t.remove(name)}
            icon={<DeleteOutlined aria-hidden />}
            onClick={actions.remove}
          />
        </span>
      )}
    </li>
  );
}

function RowButton(props: { label: string; icon: ReactNode; onClick: () => void }) {
  return (
    <button
      type="button"
      // The keyboard has its own ways.
      tabIndex={-1}
      aria-label={props.label}
      title={props.label}
      className={classes["small"]}
      onClick={props.onClick}
    >
      {props.icon}
    </button>
  );
}

/** Enter takes the name, Escape and leaving it do not. */
function NameField(props: {
  name: string;
  label: string;
  /** By a key the focus stays with the view; otherwise it is elsewhere already. */
  onDone: (name: string | undefined, by: "key" | "leaving") => void;
}) {
  const [typed, setTyped] = useState(props.name);
  useOwnEscape(true, () => props.onDone(undefined, "key"));
  return (
    <Input
      size="small"
      autoFocus
      aria-label={props.label}
      maxLength={LONGEST_NAME}
      value={typed}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={(event) => {
        if (event.nativeEvent.isComposing) return;
        // It would press the view, which has the focus next.
        event.preventDefault();
        const name = typed.trim();
        props.onDone(name === "" || name === props.name ? undefined : name, "key");
      }}
      onBlur={() => props.onDone(undefined, "leaving")}
    />
  );
}
