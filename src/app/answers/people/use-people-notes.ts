import { useFormats } from "#app/i18n/use-formats.ts";
import { usePeopleWords } from "#app/i18n/use-people-words.ts";
import type { PeopleInHand } from "./use-people.ts";

/** What is to be known of the lines: whether they are all, and how their sum stands to all calls. */
export function usePeopleNotes(people: PeopleInHand): readonly string[] {
  const words = usePeopleWords();
  const { count } = useFormats();
  const { isOwn, list, rows, all, done, of, without, more } = people;
  if (isOwn) return [words.own];
  if (list.ids === undefined) return [];
  const { nobody } = list;
  if (nobody) return nobody.several > 0 ? [words.several(count(nobody.several))] : [];
  const notes = list.isComplete ? [] : [words.found];
  if (more > 0) notes.push(words.more(count(of), count(more)));
  if (without > 0) notes.push(words.without(count(without)));
  const total = all?.now?.total;
  const totals = rows.map(({ now }) => now?.total);
  const isKnown = done === of && totals.every((one) => typeof one === "number");
  if (list.isComplete || more > 0 || !isKnown || typeof total !== "number") return notes;
  const rest = total - totals.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  if (rest > 0) return [...notes, words.rest(count(rest))];
  return [...notes, rest < 0 ? words.twice(count(-rest)) : words.whole];
}
