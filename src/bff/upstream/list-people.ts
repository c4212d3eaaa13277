import * as z from "zod";
import type { FoundPeople, Person } from "#contract/api/people.ts";
import { parseText } from "#contract/filter/codec.ts";
import type { PeopleKind } from "#contract/record/people.ts";
import type { Operation } from "#contract/upstream/envelope.ts";
import { readPage } from "./read-page.ts";
import type { CallOptions, UpstreamClient } from "./upstream-client.ts";

/** Which agents or skill groups are asked for. */
export interface PeopleSearch {
  readonly instance: string;
  readonly kind: PeopleKind;
  /** A part of a name or an id; empty: all of them. */
  readonly q: string;
}

/** Of all who match. */
export const MOST_PEOPLE = 50;

/** How the upstream tells of each kind: the name that people read comes first. */
const SOURCES = {
  agent: { operation: "ListUsers", id: "UserId", names: ["DisplayName", "LoginName"] },
  "skill-group": {
    operation: "ListSkillGroups",
    id: "SkillGroupId",
    names: ["DisplayName", "SkillGroupName"],
  },
} as const satisfies Record<
  PeopleKind,
  { operation: Operation; id: string; names: readonly string[] }
>;

const itemSchema = z.record(z.string(), z.unknown());

function readText(raw: unknown): string | undefined {
  return typeof raw === "string" || typeof raw === "number" ? parseText(String(raw)) : undefined;
}

/** Whoever has no id that a filter could take is nobody to pick. */
function readPerson(kind: PeopleKind, raw: unknown): Person | undefined {
  const item = itemSchema.safeParse(raw).data;
  const source = SOURCES[kind];
  const id = readText(item?.[source.id]);
  if (item === undefined || id === undefined) return undefined;
  const [name = id] = source.names
    .map((field) => readText(item[field]))
    .filter((text) => text !== undefined);
  return { id, name };
}

/**
 * The first agents or skill groups that match, in the upstream's order.
 *
 * @throws UpstreamError
 */
export async function listPeople(
  upstream: UpstreamClient,
  { instance, kind, q }: PeopleSearch,
  options: CallOptions,
): Promise<FoundPeople> {
  const params = {
    InstanceId: instance,
    PageNumber: "1",
    PageSize: String(MOST_PEOPLE),
    // Some operations refuse an empty pattern instead of taking it for none.
    ...(q !== "" && { SearchPattern: q }),
  };
  const reply = await upstream.call(SOURCES[kind].operation, params, options);
  const { items, total } = readPage(reply);
  const people = new Map<string, Person>();
  for (const raw of items) {
    const person = readPerson(kind, raw);
    if (person !== undefined && !people.has(person.id)) people.set(person.id, person);
  }
  return {
    people: [...people.values()],
    // A full page, where nothing more is said, is rarely the last one.
    more:
      total === null || total < items.length ? items.length >= MOST_PEOPLE : total > items.length,
  };
}
