import { activeCriteria } from "#contract/filter/criteria.ts";
import { isKind, type CriterionKey } from "#contract/filter/filters.ts";
import { isRelative } from "#contract/time/time-range.ts";
import type { View } from "#contract/view/view.ts";
import { criterionText } from "#labels/criterion-text.ts";
import type { Formats } from "#labels/formats.ts";
import type { Labels } from "#labels/labels.ts";
import { rangeText } from "#labels/range-text.ts";

interface TitleTextProps {
  readonly view: Pick<View, "time" | "criteria">;
  readonly labels: Labels;
  readonly formats: Formats;
  /** How the group of an id is called, where that is known. */
  readonly groupName: (id: string) => string | undefined;
  /** New calls that wait to be seen; 0 says nothing. */
  readonly arrivals: number;
}

/**
 * The title of the tab: what is looked at, and what waits there. Titles are kept by the browser's history
 * and shown to bystanders, so what is typed and who is meant is only hinted at.
 */
export function titleText({ view, labels, formats, groupName, arrivals }: TitleTextProps): string {
  const { criteria, time } = view;
  const textOf = (key: CriterionKey) => {
    const isOfSet = isKind(key, "choice") || isKind(key, "multi-choice");
    const name = key === "skillGroupId" && criteria[key] ? groupName(criteria[key]) : undefined;
    if (name !== undefined) return name;
    const text = criterionText(labels, key, criteria);
    if (isKind(key, "duration")) return `${labels.filters[key]} ${text}`;
    return isOfSet ? text : `${labels.filters[key]}…`;
  };
  const parts = [
    isRelative(time) ? labels.time.ranges[time.relative] : rangeText(time, formats),
    ...activeCriteria(criteria).map(textOf),
    labels.app.title,
    labels.app.name,
  ];
  const count = arrivals > 0 ? `(${formats.count(arrivals)}) ` : "";
  return count + parts.join(" · ");
}
