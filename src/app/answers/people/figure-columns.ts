import { PEOPLE_COLUMNS } from "#contract/view/people-order.ts";
import type { FigureColumn } from "./people-figure.ts";

/** The columns that have a figure, in their order. */
export const FIGURE_COLUMNS = PEOPLE_COLUMNS.filter(
  (column): column is FigureColumn => column !== "name",
);
