import type { QueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { CallRecord } from "#contract/record/call-record.ts";
import {
  PEOPLE_KINDS,
  peopleOf,
  type NamedPerson,
  type PeopleKind,
} from "#contract/record/people.ts";
import { tell, useTold, type Told } from "./told.ts";

/** Names by their ids. */
type Names = ReadonlyMap<string, string>;

const NO_NAMES: Names = new Map();

/** How the people of an instance are called, as far as some reply has told it. */
export function namesOf(instance: string | undefined, kind: PeopleKind): Told<Names> {
  return { name: ["names", instance, kind], nothing: NO_NAMES };
}

/** Notes names as the upstream's list of people has them now: they replace what was known. */
export function learnNames(
  client: QueryClient,
  instance: string,
  kind: PeopleKind,
  people: readonly NamedPerson[],
): void {
  tell(client, namesOf(instance, kind), (known) => withNames(known, people, () => true));
}

/** Notes names as calls tell them. A call keeps the name of its day, so what is known stays. */
export function learnNamesOfCalls(
  client: QueryClient,
  instance: string,
  kind: PeopleKind,
  people: readonly NamedPerson[],
): void {
  tell(client, namesOf(instance, kind), (known) =>
    withNames(known, people, (id, names) => !names.has(id)),
  );
}

/** Notes the names that call records tell, as {@link learnNamesOfCalls} does. */
export function learnNamesOfRecords(
  client: QueryClient,
  instance: string,
  records: readonly CallRecord[],
): void {
  for (const kind of PEOPLE_KINDS) {
    const people = records.flatMap((record) => peopleOf(record, kind));
    learnNamesOfCalls(client, instance, kind, people);
  }
}

function withNames(
  known: Names,
  people: readonly NamedPerson[],
  isWanted: (id: string, names: Names) => boolean,
): Names {
  const names = new Map(known);
  for (const { id, name } of people)
    if (name !== undefined && isWanted(id, names)) names.set(id, name);
  const isSame =
    names.size === known.size && [...names].every(([id, name]) => known.get(id) === name);
  return isSame ? known : names;
}

/** The name of an id, where it is known. Without an instance none is. */
export function useNameOf(
  instance: string | undefined,
  kind: PeopleKind,
): (id: string) => string | undefined {
  const names = useTold(namesOf(instance, kind));
  return useCallback((id) => names.get(id), [names]);
}
