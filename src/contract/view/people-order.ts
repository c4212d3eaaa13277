import { createCodec, type Codec } from "#contract/filter/codec.ts";
import { isOneOf, type SortOrder } from "#contract/record/enums.ts";

/**
 * The columns of the table of people. `name` · `calls` · `answered`, `rejected` shares · `level` service level ·
 * `mean`, `p90` of the talk time · `rated` calls with a key of the survey.
 */
export const PEOPLE_COLUMNS = [
  "name",
  "calls",
  "answered",
  "rejected",
  "level",
  "mean",
  "p90",
  "rated",
] as const;

/** One of {@link PEOPLE_COLUMNS}. */
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number];

/** The order of the table of people. Who has no figure in the column comes last in either. */
export interface PeopleOrder {
  readonly column: PeopleColumn;
  readonly order: SortOrder;
}

/** That of a view that names none. */
export const DEFAULT_PEOPLE_ORDER: PeopleOrder = { column: "calls", order: "DESC" };

function readOrder(text: string): PeopleOrder | undefined {
  const isDescending = text.startsWith("-");
  const column = isDescending ? text.slice(1) : text;
  return isOneOf(PEOPLE_COLUMNS, column)
    ? { column, order: isDescending ? "DESC" : "ASC" }
    : undefined;
}

/** Reads and writes an order: `-calls` is descending, `calls` ascending. */
export const orderCodec: Codec<PeopleOrder> = createCodec(readOrder, ({ column, order }) =>
  order === "DESC" ? `-${column}` : column,
);

/** Reads and writes whose lines the table has, where they are not those of agents. */
export const perCodec: Codec<"group"> = createCodec(
  (text) => (text === "group" ? text : undefined),
  (per) => per,
);
