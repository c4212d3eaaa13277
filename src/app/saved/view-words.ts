import { activeCriteria } from "#contract/filter/criteria.ts";
import { isKind, type Criteria, type CriterionKey } from "#contract/filter/filters.ts";
import { isRelative } from "#contract/time/time-range.ts";
import { isSameColumns } from "#contract/view/columns.ts";
import { writeSort } from "#contract/view/sort.ts";
import { DEFAULT_VIEW, type View } from "#contract/view/view.ts";
import { criterionText } from "#labels/criterion-text.ts";
import type { Formats } from "#labels/formats.ts";
import { columnLabel, type Labels } from "#labels/labels.ts";
import { rangeText } from "#labels/range-text.ts";

export interface ViewWords {
  readonly labels: Labels;
  readonly formats: Formats;
  /** How whom a filter means is called, where that is known. */
  readonly nameOf: (key: CriterionKey, id: string) => string | undefined;
  /** The instance, where it is another than that in hand. */
  readonly instanceName: (id: string | undefined) => string | undefined;
}

/** A view in a line: `近 7 天 · 挂断原因 排队放弃`. Of a number only that one is asked for. */
export function viewWords(view: View, words: ViewWords): string {
  const { labels, formats, instanceName } = words;
  const { time, criteria, sort } = view;
  const instance = instanceName(view.instance);
  const isSorted = writeSort(sort) !== writeSort(DEFAULT_VIEW.sort);
  return [
    ...(instance === undefined ? [] : [instance]),
    isRelative(time) ? labels.time.ranges[time.relative] : rangeText(time, formats),
    ...activeCriteria(criteria).map((key) => criterionWords(key, criteria, words)),
    ...(isSorted ? [`${columnLabel(labels, sort.field)} ${sort.order === "ASC" ? "↑" : "↓"}`] : []),
  ].join(" · ");
}

function criterionWords(key: CriterionKey, criteria: Criteria, words: ViewWords): string {
  const label = words.labels.filters[key];
  if (isKind(key, "phone")) return `${label} …`;
  const text = criterionText(words.labels, key, criteria);
  return `${label} ${(isKind(key, "person") ? words.nameOf(key, text) : undefined) ?? text}`;
}

/** What a change of the view is of: the names of the filters, the range, the order and so on. */
export function changedWords(
  one: View,
  other: View,
  labels: Labels,
  words: {
    readonly instance: string;
    readonly sort: string;
    readonly columns: string;
    readonly compare: string;
    readonly level: string;
    readonly chart: string;
  },
): readonly string[] {
  const keys = [...new Set([...activeCriteria(one.criteria), ...activeCriteria(other.criteria)])];
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const isSameShown =
    one.columns && other.columns
      ? isSameColumns(one.columns, other.columns)
      : one.columns === other.columns;
  return [
    ...(one.instance === other.instance ? [] : [words.instance]),
    ...(isSame(one.time, other.time) ? [] : [labels.time.label]),
    ...keys
      .filter((key) => !isSame(one.criteria[key], other.criteria[key]))
      .map((key) => labels.filters[key]),
    ...(writeSort(one.sort) === writeSort(other.sort) ? [] : [words.sort]),
    ...(isSameShown ? [] : [words.columns]),
    ...(one.compare === other.compare ? [] : [words.compare]),
    ...(isSame(one.level, other.level) ? [] : [words.level]),
    ...(one.chart === other.chart ? [] : [words.chart]),
  ];
}
