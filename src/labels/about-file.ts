import type { Locale } from "#contract/api/locales.ts";
import type { IncompleteReason } from "#contract/api/whole-export.ts";
import { activeCriteria } from "#contract/filter/criteria.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { Sort } from "#contract/view/sort.ts";
import { ABOUT_WORDS } from "./about-words.ts";
import { criterionText } from "./criterion-text.ts";
import type { Words } from "./field-text.ts";
import { rangeText } from "./range-text.ts";

/** What a file of call records is. */
export interface FileFacts {
  /** The instance's name, and its id where that is another. */
  readonly instance: readonly string[];
  readonly range: AbsoluteRange;
  /** ms */
  readonly asOf: number;
  /** Numbers among them as whoever has the file may see them. */
  readonly criteria: Criteria;
  /** Absent: another than that of a list of calls. */
  readonly sort?: Sort;
  /** Records in the file. */
  readonly rows: number;
  /** All that match; undefined where nobody counted. */
  readonly total: number | undefined;
  /** Which page it is; undefined: all pages. */
  readonly page?: number;
  /** Why it has not all that it should; absent: it is no list of calls. */
  readonly incomplete?: IncompleteReason | null | undefined;
  readonly isMasked: boolean;
  /** Who had it made; undefined where nobody signs in. */
  readonly by: string | undefined;
  /** ms */
  readonly madeAt: number;
  /** None of what a browser makes of rows that it has. */
  readonly requestIds: readonly string[];
  /** The view, as in a link: `?instance=…`. */
  readonly view: string;
  /** Where the dashboard is, such as `https://calls.example.com`. */
  readonly origin: string | undefined;
}

/** What a file says about itself, in words: so that whoever finds it in a year knows what they have. */
export function aboutFile(
  facts: FileFacts,
  { labels, formats }: Words,
  locale: Locale,
): {
  readonly title: string;
  readonly lines: readonly (readonly [string, string])[];
  readonly view: string;
} {
  const about = ABOUT_WORDS[locale];
  const { count } = formats;
  const { rows, total, page, sort, view, origin } = facts;
  const filter = activeCriteria(facts.criteria).map(
    (key) => `${labels.filters[key]}: ${criterionText(labels, key, facts.criteria)}`,
  );
  const lines: readonly (readonly [string, string | undefined])[] = [
    [about.instance, facts.instance.join(" · ")],
    [about.range, `${rangeText(facts.range, formats)} (${formats.timeZone})`],
    [about.asOf, formats.instant(facts.asOf)],
    [about.filter, filter.join("\n") || about.noFilter],
    [about.order, sort && `${labels.fields[sort.field]} ${about.orders[sort.order]}`],
    [about.rows, total === undefined ? count(rows) : `${count(rows)} / ${count(total)}`],
    [about.page, page === undefined ? undefined : count(page)],
    [
      about.completeness,
      facts.incomplete
        ? about.incomplete[facts.incomplete]
        : facts.incomplete === null && page === undefined
          ? about.complete
          : undefined,
    ],
    [about.numbers, facts.isMasked ? about.masked : about.full],
    [about.by, facts.by],
    [about.madeAt, `${formats.instant(facts.madeAt)} (${formats.timeZone})`],
    [about.requestIds, facts.requestIds.join(", ") || undefined],
    [about.link, origin === undefined ? undefined : `${origin}/${view}`],
  ];
  return {
    title: about.title,
    lines: lines.flatMap(([label, text]) => (text === undefined ? [] : [[label, text] as const])),
    view,
  };
}
