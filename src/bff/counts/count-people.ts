import type { AskOf } from "#contract/api/asks.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { figuresOf } from "./count-figures.ts";
import { facetValuesOf, tallyFacet } from "./facet-values.ts";
import type { Tell } from "./lines.ts";

/** More people than this no table on screen shows. */
export const MOST_PEOPLE_TOLD = 1_000;

/** Whom the records name, each with the figures of their calls: a call with several counts for each of them. */
export function countPeople(
  records: readonly CallRecord[],
  criteria: Criteria,
  { key, seconds }: AskOf<"people">,
  tell: Tell,
): void {
  const chosen = criteria[key];
  const named = tallyFacet(records, key);
  const told =
    chosen === undefined
      ? named.slice(0, MOST_PEOPLE_TOLD)
      : [named.find(({ value }) => value === chosen) ?? { value: chosen, name: undefined }];
  const peopleOf = (record: CallRecord) => facetValuesOf(record, key).map(({ value }) => value);
  const byPerson = new Map<string, CallRecord[]>();
  const nobody: CallRecord[] = [];
  let several = 0;
  for (const record of records) {
    const people = peopleOf(record);
    if (people.length === 0) nobody.push(record);
    if (people.length > 1) several += 1;
    for (const person of people) {
      const calls = byPerson.get(person) ?? [];
      calls.push(record);
      byPerson.set(person, calls);
    }
  }
  for (const { value, name } of told)
    tell({
      person: value,
      ...(name !== undefined && { name }),
      figures: figuresOf(byPerson.get(value) ?? [], criteria, seconds),
    });
  tell({
    all: figuresOf(records, criteria, seconds),
    nobody: figuresOf(nobody, criteria, seconds),
    several,
  });
  tell({
    end: true,
    total: records.length,
    plan: "pages",
    complete: chosen !== undefined || named.length <= MOST_PEOPLE_TOLD,
  });
}
