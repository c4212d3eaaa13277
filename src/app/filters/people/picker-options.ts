import { parseId } from "#contract/filter/plain-text.ts";
import type { RecentPerson } from "./recent-people.ts";

/** One line of the list to choose from; `useId` takes what was typed as an id. */
export interface PickerOption {
  readonly kind: "recent" | "found" | "useId";
  readonly id: string;
  readonly name: string | undefined;
}

export interface PickerSearch {
  readonly text: string;
  readonly recent: readonly RecentPerson[];
  /** What the search found, or found of what was typed before; undefined while nothing did. */
  readonly found: readonly RecentPerson[] | undefined;
  /** Whether the search for this very text has ended, so that `found` is its answer. */
  readonly isSettled: boolean;
  /** Whether it could not be answered, so that `found` says nothing of who there is. */
  readonly hasFailed: boolean;
}

/** Ids of agents and groups are names within an instance: `agent@ccc-test`. */
const looksLikeId = (text: string) => text.includes("@");

/**
 * Whom Enter would choose, and others: those chosen lately first, then those found by name or id. What
 * was typed is taken as an id only where it looks like one, or where the search was answered: without
 * an answer Enter would take a name for an id.
 */
export function pickerOptions(search: PickerSearch): readonly PickerOption[] {
  const { recent, found = [], isSettled, hasFailed } = search;
  const text = search.text.trim();
  const wanted = text.toLowerCase();
  const isSought = ({ id, name = "" }: RecentPerson) =>
    [id, name].some((one) => one.toLowerCase().includes(wanted));
  const lately = recent.filter(isSought);
  if (wanted === "") return lately.map((one) => option("recent", one));
  const people = [
    ...lately.map((one) => option("recent", one)),
    ...found
      // What the upstream found for this text it knows why: by a login name, say, that is not told here.
      .filter((one) => isSettled || isSought(one))
      .filter((one) => !lately.some(({ id }) => id === one.id))
      .map((one) => option("found", one)),
  ];
  const id = parseId(text);
  const isOffered =
    ((isSettled && !hasFailed) || looksLikeId(id ?? "")) && !people.some((one) => one.id === id);
  return id !== undefined && isOffered
    ? [...people, { kind: "useId", id, name: undefined }]
    : people;
}

const option = (kind: PickerOption["kind"], { id, name }: RecentPerson): PickerOption => ({
  kind,
  id,
  name,
});
