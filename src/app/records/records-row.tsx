import { memo } from "react";
import type { CallRecord } from "#contract/call-record.ts";
import type { RecordField } from "#contract/record-fields.ts";
import type { Words } from "#app/i18n/field-text.ts";
import { cellContent, isFigure } from "./records-columns.tsx";
import classes from "./records-table.module.css";

interface RecordsRowProps {
  record: CallRecord;
  columns: readonly RecordField[];
  words: Words;
  /** Position among the rows of this page, from 0. */
  index: number;
  /** Position in the whole table, the header being 1. */
  rowNumber: number;
  top: number;
  isTabStop: boolean;
  isOpen: boolean;
  onOpen: (contactId: string) => void;
  /** By mouse or key: the row that has the focus is the one that keys act on. */
  onFocus: (index: number) => void;
}

/** One row. Plain elements with static classes: a page has two thousand cells. */
export const RecordsRow = memo(function RecordsRow(props: RecordsRowProps) {
  const { record, columns, words, index } = props;
  return (
    <div
      role="row"
      aria-rowindex={props.rowNumber}
      aria-selected={props.isOpen}
      data-row={index}
      tabIndex={props.isTabStop ? 0 : -1}
      className={classes["row"]}
      style={{ transform: `translateY(${props.top}px)` }}
      onFocus={() => props.onFocus(index)}
      onClick={() => {
        // Text that was just selected with the mouse is meant to be copied, not opened.
        if (getSelection()?.isCollapsed === false) return;
        if (record.contactId !== undefined) props.onOpen(record.contactId);
      }}
    >
      {columns.map((field, column) => {
        const content = cellContent(record, field, words);
        return (
          <div
            key={field}
            role="gridcell"
            aria-colindex={column + 1}
            className={isFigure(field) ? classes["figure"] : classes["cell"]}
          >
            {content === undefined ? (
              <span className={classes["absent"]}>{words.labels.records.none}</span>
            ) : (
              content
            )}
          </div>
        );
      })}
    </div>
  );
});
