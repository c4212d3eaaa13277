import { CRITERION_KEYS, FILTERS, type CriterionKey } from "#contract/filter/filters.ts";
import { SORT_FIELDS } from "#contract/record/enums.ts";
import { RELATIVE_RANGES } from "#contract/time/relative-range.ts";
import { COLUMN_NAMES } from "./columns.ts";
import { LAST_PAGE } from "./paging.ts";
import { PEOPLE_COLUMNS } from "./people-order.ts";
import { REPEAT_WITHIN } from "./repeat-within.ts";
import { SHOWN } from "./shown.ts";
import { WEEK_CHARTS } from "./week-chart.ts";

/**
 * What a parameter takes, for whoever gave it something else. `sort` one of `options`, after a minus for
 * descending · `criterion` one of `options`, or a value newer than this edition after its mark; `whole`: all
 * of them are whole numbers · `columns` names of `options`, with commas.
 */
export type Wanted =
  | { readonly is: "whole"; readonly least: number; readonly most: number }
  | { readonly is: "option" | "sort" | "columns"; readonly options: readonly string[] }
  | { readonly is: "criterion"; readonly options: readonly string[]; readonly whole: boolean }
  | { readonly is: "instant" | "id" | "phone" | "words" | "duration" | "level" | "sample" };

const PARTS: Readonly<Record<string, Wanted>> = {
  instance: { is: "id" },
  record: { is: "id" },
  beside: { is: "id" },
  range: { is: "option", options: RELATIVE_RANGES },
  from: { is: "instant" },
  to: { is: "instant" },
  show: { is: "option", options: SHOWN },
  per: { is: "option", options: ["group"] },
  order: { is: "sort", options: PEOPLE_COLUMNS },
  compare: { is: "option", options: ["week"] },
  level: { is: "level" },
  sample: { is: "sample" },
  within: { is: "option", options: REPEAT_WITHIN },
  chart: { is: "option", options: WEEK_CHARTS },
  sort: { is: "sort", options: SORT_FIELDS },
  page: { is: "whole", least: 1, most: LAST_PAGE },
  cols: { is: "columns", options: COLUMN_NAMES },
  asof: { is: "instant" },
};

/** What a parameter of a view takes; undefined if it is none. */
export function wantedOf(name: string): Wanted | undefined {
  const key = CRITERION_KEYS.find((criterion) => FILTERS[criterion].url === name);
  return key === undefined ? PARTS[name] : wantedBy(key);
}

function wantedBy(key: CriterionKey): Wanted {
  const row = FILTERS[key];
  switch (row.kind) {
    case "choice":
    case "multi-choice":
      return { is: "criterion", options: row.options, whole: "whole" in row };
    case "text":
    case "person":
      return { is: "id" };
    case "phone":
    case "words":
    case "duration":
      return { is: row.kind };
    default:
      return row satisfies never;
  }
}
