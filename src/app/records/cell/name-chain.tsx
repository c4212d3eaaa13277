import { Fragment, type ReactNode } from "react";
import { outsideText } from "#app/ui/outside-text.tsx";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { FieldOfKind } from "#contract/record/record-fields.ts";
import classes from "./cell.module.css";

/**
 * A transfer chain, who came first first. One alone looks like any text; several are chips, each of
 * which can be pointed at.
 */
export function nameChain(record: CallRecord, field: FieldOfKind<"list">): ReactNode {
  const names = record[field];
  if (names === undefined || names.length === 0) return undefined;
  const name = (text: string, index: number) => (
    <span data-field={field} data-index={index} className={classes["chip"]}>
      {outsideText(text)}
    </span>
  );
  const [first = "", ...others] = names;
  // Whoever points at the cell means the name.
  if (others.length === 0) return outsideText(first);
  return (
    <span className={classes["chain"]}>
      {name(first, 0)}
      {others.map((other, index) => (
        // The same agent may come twice: only the place in the chain tells them apart.
        <Fragment key={index}>
          <span>{" › "}</span>
          {name(other, index + 1)}
        </Fragment>
      ))}
    </span>
  );
}
