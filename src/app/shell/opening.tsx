import classes from "./dashboard.module.css";

/** The frame of the dashboard while the session is read: no words, since no language is known. */
export function Opening() {
  return (
    <div className={classes["dashboard"]} aria-busy>
      <header className={classes["header"]} />
      <div className={classes["body"]}>
        <main className={classes["main"]} />
      </div>
    </div>
  );
}
