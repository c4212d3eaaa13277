import { useBackWords } from "#app/i18n/use-back-words.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import type { BackList } from "./back-list.ts";

/** What is to be known of a list: what it was cut at, whom it leaves out, what became of the others. */
export function useBackNotes(list: BackList | undefined): readonly string[] {
  const words = useBackWords();
  const { count, instant } = useFormats();
  if (list === undefined) return [];
  const { looked, end } = list;
  const { tries, of, since, withheld, isOwn } = looked;
  const isCut = tries < of;
  const settled = (end?.gotThrough ?? 0) + (end?.calledBack ?? 0);
  return [
    ...(isCut && since !== undefined ? [words.cut(count(tries), count(of), instant(since))] : []),
    ...(withheld > 0 ? [words.withheld(count(withheld))] : []),
    ...(end !== undefined && settled > 0
      ? [words.settled(count(end.gotThrough), count(end.calledBack))]
      : []),
    ...(end !== undefined && end.unjudged > 0 && end.problem === undefined
      ? [words.notJudged(count(end.unjudged))]
      : []),
    ...(isOwn ? [words.ownOnly] : []),
  ];
}
