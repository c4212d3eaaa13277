import { activeCriteria } from "#contract/filter/criteria.ts";
import { isKind, type Criteria, type CriterionKey } from "#contract/filter/filters.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import { criterionText } from "./criterion-text.ts";
import type { Words } from "./field-text.ts";
import { BETWEEN_ENDS, rangeText } from "./range-text.ts";

const LONGEST_PART = 40;

interface NamedFile {
  /** What is in the file. */
  readonly title: string;
  /** The instance's name. */
  readonly instance: string;
  readonly range: AbsoluteRange;
  readonly criteria: Criteria;
  /** Absent: all that match. */
  readonly page?: number;
  /** Its ending. */
  readonly format: string;
  readonly words: Words;
}

/**
 * What the file is: `通话记录_华东热线_2026-11-22 0000–1405_挂断原因 排队放弃_p2.csv`. A name
 * stands in lists of recent files, in mails and on backups, so that no number of a person is in it: of what
 * somebody typed or who is meant only that it was asked for.
 */
export function fileName(file: NamedFile): string {
  const { title, instance, range, criteria, words } = file;
  const time = rangeText(range, words.formats).replaceAll(":", "").replace(BETWEEN_ENDS, "–");
  const filter = activeCriteria(criteria).map((key) => criterionWords(key, criteria, words));
  const parts = [title, inName(instance), time, inName(filter.join(" "))];
  if (file.page !== undefined) parts.push(`p${file.page}`);
  return `${parts.filter((part) => part !== "").join("_")}.${file.format}`;
}

function criterionWords(key: CriterionKey, criteria: Criteria, { labels }: Words): string {
  const label = labels.filters[key];
  const isOfList = isKind(key, "choice") || isKind(key, "multi-choice");
  return isOfList ? `${label} ${criterionText(labels, key, criteria)}` : label;
}

/** A name from outside, with nothing that a file system refuses or that reads like a number of somebody. */
function inName(text: string): string {
  const plain = text
    .replaceAll(/[\\/:*?"<>|\p{C}]+/gu, " ")
    .replaceAll(/\p{Nd}(?:[\s().-]?\p{Nd}){4,}/gu, "…")
    .replaceAll(/\s+/g, " ")
    .trim();
  const characters = [...plain];
  return characters.length > LONGEST_PART
    ? `${characters.slice(0, LONGEST_PART).join("")}…`
    : plain;
}
