import { FILTERS, type PersonKey } from "#contract/filter/filters.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { PEOPLE } from "#contract/record/people.ts";

/** What figures of people are counted from, and nothing else: of thousands of calls no more has room. */
export function slimRecord(key: PersonKey): (record: CallRecord) => CallRecord {
  const { ids, names } = PEOPLE[FILTERS[key].people];
  const kept = [
    "contactId",
    "contactType",
    "contactDisposition",
    "satisfactionIndex",
    "queueTime",
    "talkTime",
    ids,
    names,
  ] as const;
  return (record) =>
    Object.fromEntries(
      kept.flatMap((field) => (record[field] === undefined ? [] : [[field, record[field]]])),
    );
}

/** How many pages of such records weigh as much as one of whole ones. */
export const SLIM_PAGES = 8;
