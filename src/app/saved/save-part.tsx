import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState } from "react";
import { useSavedWords } from "#app/i18n/use-saved-words.ts";
import { LONGEST_NAME } from "#contract/view/saved-views.ts";
import type { SavedViews } from "./use-saved-views.ts";
import classes from "./saved-panel.module.css";

interface SavePartProps {
  readonly open: SavedViews["open"];
  readonly onUpdate: () => void;
  readonly onSave: (name: string) => void;
}

/** What the view in hand is among the saved ones, and a field to save it under a name. */
export function SavePart({ open, onUpdate, onSave }: SavePartProps) {
  const words = useSavedWords();
  const [name, setName] = useState("");
  const isNamed = name.trim() !== "";
  function save() {
    if (!isNamed) return;
    onSave(name.trim());
    setName("");
  }
  if (open !== undefined && !open.isChanged)
    return <p className={classes["state"]}>{words.isSaved(open.view.name)}</p>;
  return (
    <div className={classes["save"]}>
      {open !== undefined && (
        <p className={classes["changed"]}>
          <span>{words.isChanged(open.view.name)}</span>
          {open.isOwn && (
            <Button size="small" onClick={onUpdate}>
              {words.update}
            </Button>
          )}
        </p>
      )}
      <div className={classes["form"]}>
        <Input
          size="small"
          aria-label={words.name}
          placeholder={words.name}
          // With a finger, the keyboard on the screen would cover what the panel is for.
          autoFocus={matchMedia("(pointer: fine)").matches}
          maxLength={LONGEST_NAME}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) save();
          }}
        />
        <Button size="small" type="primary" disabled={!isNamed} onClick={save}>
          {words.save}
        </Button>
      </div>
    </div>
  );
}
