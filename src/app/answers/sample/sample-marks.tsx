import Button from "antd/es/button";
import { useRef } from "react";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useSampleWords } from "#app/i18n/use-sample-words.ts";
import type { Heard } from "./use-heard.ts";
import { useMarksFile } from "./use-marks-file.ts";
import classes from "./sample.module.css";

interface SampleMarksProps {
  readonly instance: string;
  readonly heard: Heard;
  /** Takes back the mark that was set or taken away last; absent: there is none. */
  readonly onUndo: (() => void) | undefined;
}

/** What can be done with the marks: into a file, out of one, and the last of them taken back. */
export function SampleMarks({ instance, heard, onUndo }: SampleMarksProps) {
  const words = useSampleWords();
  const { count } = useFormats();
  const file = useMarksFile(instance, heard);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={classes["controls"]}>
      <span>{words.marks(count(heard.marks.length))}</span>
      <span className={classes["marks"]}>
        <Button size="small" disabled={onUndo === undefined} onClick={onUndo}>
          {words.undo}
        </Button>
        <Button size="small" disabled={heard.marks.length === 0} onClick={file.write}>
          {words.export}
        </Button>
        <Button size="small" onClick={() => input.current?.click()}>
          {words.import}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={words.importHint}
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen) void file.read(chosen);
            // The same file again is another choice.
            currentTarget.value = "";
          }}
        />
      </span>
      {file.fault !== undefined && (
        <span role="alert" className={classes["bad"]}>
          {file.fault}
        </span>
      )}
    </div>
  );
}
