import { useEffect, useState, type CSSProperties, type RefObject } from "react";
import { useMeanings } from "#app/i18n/use-meanings.ts";
import { isOneOf } from "#contract/record/enums.ts";
import { RECORD_FIELD_NAMES, type RecordField } from "#contract/record/record-fields.ts";
import classes from "./fields.module.css";

interface MeaningTipProps {
  readonly root: RefObject<HTMLElement | null>;
  /** It says by itself what it means. */
  readonly opened: RecordField | undefined;
}

interface Pointed {
  readonly field: RecordField;
  /** Where it stands, within the root. */
  readonly style: CSSProperties;
}

/** Room for two lines, px: with less below, it stands above. */
const ROOM = 72;

/** The meaning of the field that the mouse or the focus is on: one tip for all of them. */
export function MeaningTip({ root, opened }: MeaningTipProps) {
  const meanings = useMeanings().fields;
  const [pointed, setPointed] = useState<Pointed>();
  useEffect(() => {
    const around = root.current;
    if (around === null) return undefined;
    const heard = new AbortController();
    const point = ({ target }: Event) => {
      const row = target instanceof Element ? target.closest<HTMLElement>("[data-field]") : null;
      const field = row?.dataset["field"];
      if (row === null || field === undefined || !isOneOf(RECORD_FIELD_NAMES, field))
        return setPointed(undefined);
      const [own, all] = [row.getBoundingClientRect(), around.getBoundingClientRect()];
      const isLow = own.bottom + ROOM > innerHeight;
      setPointed((old) =>
        old?.field === field
          ? old
          : {
              field,
              style: isLow
                ? { insetBlockEnd: all.bottom - own.top }
                : { insetBlockStart: own.bottom - all.top },
            },
      );
    };
    const leave = () => setPointed(undefined);
    const options = { signal: heard.signal };
    around.addEventListener(
      "pointerover",
      (event) => {
        // A finger opens what it hits.
        if (event.pointerType === "mouse") point(event);
      },
      options,
    );
    around.addEventListener(
      "focusin",
      (event) => {
        if (event.target instanceof Element && event.target.matches(":focus-visible")) point(event);
      },
      options,
    );
    around.addEventListener("pointerleave", leave, options);
    around.addEventListener("focusout", leave, options);
    return () => heard.abort();
  }, [root]);
  if (pointed === undefined || pointed.field === opened) return null;
  return (
    // Readers of the screen hear it with the field's name.
    <div aria-hidden className={classes["tip"]} style={pointed.style}>
      {meanings[pointed.field]}
    </div>
  );
}
