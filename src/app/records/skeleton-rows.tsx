import type { RecordField } from "#contract/record-fields.ts";
import { isFigure } from "./records-columns.tsx";
import classes from "./records-table.module.css";

const ROWS = Array.from({ length: 24 }, (_, index) => index);

/** Rows that are on their way: the same grid and height, so that nothing moves when they come. */
export function SkeletonRows({ columns }: { columns: readonly RecordField[] }) {
  return (
    <div aria-hidden className={classes["skeletons"]}>
      {ROWS.map((row) => (
        <div key={row} className={classes["skeletonRow"]}>
          {columns.map((field, column) => (
            <span key={field} className={isFigure(field) ? classes["figure"] : classes["cell"]}>
              {/* Uneven lengths, always the same ones, read as text. */}
              <span
                className={classes["bone"]}
                style={{ inlineSize: `${45 + ((row * 7 + column * 13) % 40)}%` }}
              />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
