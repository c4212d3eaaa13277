import type { ReactNode } from "react";
import classes from "./blank.module.css";

/** What stands where rows would: a title, a reason, a way on. */
export function Blank(props: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** An error is announced at once. */
  urgent?: boolean;
}) {
  return (
    <div role={props.urgent === true ? "alert" : "status"} className={classes["blank"]}>
      <p className={classes["title"]}>{props.title}</p>
      <div className={classes["text"]}>{props.children}</div>
      <div className={classes["actions"]}>{props.actions}</div>
    </div>
  );
}
