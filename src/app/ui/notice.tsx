import type { ReactNode } from "react";
import beside from "#app/ui/beside.module.css";
import classes from "./notice.module.css";

/** A sentence across the screen about what is on it, and what can be done. */
export function Notice(props: { tone: "info" | "bad"; children: ReactNode; actions?: ReactNode }) {
  return (
    <div
      role={props.tone === "bad" ? "alert" : "status"}
      className={`${beside["room"]} ${classes["notice"]} ${classes[props.tone]}`}
    >
      <div className={classes["text"]}>{props.children}</div>
      {props.actions}
    </div>
  );
}
