import { useEffect, useRef, useState } from "react";
import { useExportWords } from "#app/i18n/use-export-words.ts";
import { hasFiles } from "./has-files.ts";
import { useOpenFile } from "./use-open-file.ts";
import classes from "./drop-target.module.css";

/** Browsers tell what is dragged every 350 ms at the least: https://html.spec.whatwg.org/multipage/dnd.html */
const GONE_MS = 600;

/** Over the window while a file is dragged over it: dropped, its view is opened. */
export function DropTarget() {
  const t = useExportWords();
  const { open } = useOpenFile();
  const [isOver, setOver] = useState(false);
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let leaving: ReturnType<typeof setTimeout> | undefined;
    function listen(type: "dragover" | "drop", step: (to: DataTransfer) => void) {
      const onDrag = (event: DragEvent) => {
        if (hasFiles(event) && event.dataTransfer) step(event.dataTransfer);
      };
      addEventListener(type, onDrag, { signal });
    }
    function leave() {
      clearTimeout(leaving);
      setOver(false);
    }
    listen("dragover", (to) => {
      to.dropEffect = "copy";
      setOver(true);
      // It is told over and over while the file is there. Leaving is told by each element that is left, too.
      clearTimeout(leaving);
      leaving = setTimeout(leave, GONE_MS);
    });
    listen("drop", ({ files }) => {
      leave();
      void latest.current([...files]);
    });
    return () => {
      clearTimeout(leaving);
      controller.abort();
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className={classes["over"]}>
      <p className={classes["words"]}>
        <strong>{t("opening.drop")}</strong>
        <span>{t("opening.dropHint")}</span>
      </p>
    </div>
  );
}
