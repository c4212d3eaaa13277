import classes from "./answer.module.css";

/** By which column a table is sorted. */
export interface TableSort<Column extends string> {
  readonly by: Column;
  readonly isDescending: boolean;
}

interface SortHeadingProps<Column extends string> {
  readonly column: Column;
  readonly label: string;
  /** Figures stand at the far edge. */
  readonly isFigure?: boolean;
  readonly sort: TableSort<Column>;
  readonly onSort: (sort: TableSort<Column>) => void;
}

/** A heading that sorts its table by its column, the second time the other way round. */
export function SortHeading<Column extends string>(props: SortHeadingProps<Column>) {
  const { column, label, isFigure = false, sort, onSort } = props;
  const isSorted = sort.by === column;
  return (
    <th
      scope="col"
      data-figure={isFigure || undefined}
      aria-sort={isSorted ? (sort.isDescending ? "descending" : "ascending") : undefined}
    >
      <button
        type="button"
        className={classes["sort"]}
        onClick={() =>
          onSort({ by: column, isDescending: isSorted ? !sort.isDescending : isFigure })
        }
      >
        {label}
        <span aria-hidden className={classes["arrow"]} />
      </button>
    </th>
  );
}
