import { useSyncExternalStore, type ReactNode } from "react";
import type { RowWindowStore } from "./use-row-window.ts";
import classes from "./records-grid.module.css";

/** What is said below the last row. `top` is its place in the list, px. */
export function ListFoot(props: { window: RowWindowStore; top: number; children: ReactNode }) {
  const { window, top, children } = props;
  const offset = useSyncExternalStore(window.subscribe, () => window.get().offset);
  return (
    <div className={classes["foot"]} style={{ insetBlockStart: top - offset }}>
      <div className={classes["footText"]}>{children}</div>
    </div>
  );
}
