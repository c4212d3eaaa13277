import type { ReactNode } from "react";
import type { CallRecord } from "#contract/record/call-record.ts";
import { noAnswerText, type Words } from "#labels/field-text.ts";
import classes from "./cell.module.css";

/** `5 · 很满意`, or why there is no answer. */
export function satisfactionText(record: CallRecord, words: Words): string | undefined {
  const { satisfactionIndex: key, satisfactionDescription: description } = record;
  const answer = [key, description].filter((part) => part !== undefined);
  return answer.length > 0 ? answer.join(" · ") : noAnswerText(record, words.labels);
}

/**
 * The key that the customer pressed and what it means here; no key is best or worst, so none has a
 * colour. Not offered and not answered are two different things, and neither is an answer.
 */
export function satisfactionContent(record: CallRecord, words: Words): ReactNode {
  const { satisfactionIndex: key, satisfactionDescription: description } = record;
  if (key === undefined && description === undefined) {
    const text = noAnswerText(record, words.labels);
    return (
      text && (
        <span data-field="satisfactionSurveyOffered" className={classes["quiet"]}>
          {text}
        </span>
      )
    );
  }
  return (
    <>
      {key !== undefined && <span data-field="satisfactionIndex">{key}</span>}
      {key !== undefined && description !== undefined && <span>{" · "}</span>}
      {description !== undefined && <span data-field="satisfactionDescription">{description}</span>}
    </>
  );
}
