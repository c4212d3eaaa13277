import { RECORD_FIELDS, type FieldKind } from "#contract/record/record-fields.ts";
import { COLUMN_NAMES, isComposed, type Column } from "#contract/view/columns.ts";

/** How the columns that are not shown are grouped, in the order of the panel. */
const COLUMN_GROUPS = ["composed", "times", "durations", "numbers", "categories", "texts"] as const;
export type ColumnGroup = (typeof COLUMN_GROUPS)[number];

const KIND_GROUPS = {
  instant: "times",
  seconds: "durations",
  phone: "numbers",
  enum: "categories",
  boolean: "categories",
  integer: "categories",
  text: "texts",
  list: "texts",
} as const satisfies Record<FieldKind, ColumnGroup>;

function groupOf(column: Column): ColumnGroup {
  return isComposed(column) ? "composed" : KIND_GROUPS[RECORD_FIELDS[column]];
}

/** The columns that are not in `shown`, by group; groups without any are left out. */
export function hiddenColumns(
  shown: readonly Column[],
): readonly { readonly group: ColumnGroup; readonly columns: readonly Column[] }[] {
  const hidden = COLUMN_NAMES.filter((column) => !shown.includes(column));
  return COLUMN_GROUPS.map((group) => ({
    group,
    columns: hidden.filter((column) => groupOf(column) === group),
  })).filter(({ columns }) => columns.length > 0);
}
