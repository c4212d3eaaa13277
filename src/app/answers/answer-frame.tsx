import { useId, type ReactNode } from "react";
import { BudgetMeter } from "#app/view/budget-meter.tsx";
import { callsSearch, type CallSet } from "#contract/view/call-set.ts";
import beside from "#app/ui/beside.module.css";
import classes from "./answer.module.css";

interface AnswerFrameProps {
  readonly title: string;
  /** What the answer is of, in a sentence. */
  readonly hint: string;
  /** How far it has come, and of what it is: read out as it changes. */
  readonly status: ReactNode;
  /** What is to be known of it: left out, limited, failed. */
  readonly notes?: ReactNode;
  readonly actions?: ReactNode;
  readonly calls: CallSet;
  readonly isBusy: boolean;
  readonly children: ReactNode;
}

/** An answer in place of the list: what it says, what it is of, what it has cost, and the answer itself. */
export function AnswerFrame(props: AnswerFrameProps) {
  const { title, hint, status, notes, actions, calls, isBusy, children } = props;
  const heading = useId();
  return (
    <section
      aria-labelledby={heading}
      aria-busy={isBusy}
      className={`${beside["room"]} ${classes["answer"]}`}
    >
      <header className={classes["head"]}>
        <h2 id={heading} className={classes["title"]} title={hint}>
          {title}
        </h2>
        <span role="status" className={classes["status"]}>
          {status}
        </span>
        <span className={classes["actions"]}>{actions}</span>
      </header>
      <p className={classes["hint"]}>{hint}</p>
      {notes}
      <div className={classes["body"]}>{children}</div>
      <footer className={classes["foot"]}>
        <BudgetMeter
          instance={calls.instance}
          view={`${callsSearch(calls)} ${String(calls.asOf)} ${title}`}
        />
      </footer>
    </section>
  );
}
