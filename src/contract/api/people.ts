import * as z from "zod/mini";
import { parseText } from "#contract/filter/codec.ts";
import { spentSchema } from "./counts.ts";
import { isOneOf } from "#contract/record/enums.ts";
import type { ViewProblem } from "#contract/view/view-codec.ts";

/**
 * `GET /api/people?instance=&kind=&q=`: the agents or skill groups of an instance whose name or id
 * holds a text, for pickers. Only the first ones: whoever sees too many types on.
 */

export const PEOPLE_KINDS = ["agent", "skill-group"] as const;
export type PeopleKind = (typeof PEOPLE_KINDS)[number];

/** Of the text that is searched for. */
export const MAX_SEARCH_LENGTH = 64;

/** An agent or a skill group. Its id is what a filter takes. */
const personSchema = z.object({ id: z.string(), name: z.string() });
export type Person = z.infer<typeof personSchema>;

/** `more`: the upstream has others, beyond these. */
export const peopleReplySchema = z.object({
  people: z.array(personSchema),
  more: z.boolean(),
  /** What the search has cost upstream; nothing where the same was searched a moment ago. */
  spent: spentSchema,
});
export type PeopleReply = z.infer<typeof peopleReplySchema>;
export type FoundPeople = Omit<PeopleReply, "spent">;

export interface PeopleRequest {
  /** Absent: the first instance the reader may see. */
  readonly instance?: string | undefined;
  readonly kind: PeopleKind;
  /** Empty: whoever there is. */
  readonly q: string;
}

export function peoplePath({ instance, kind, q }: PeopleRequest): string {
  const params = new URLSearchParams({ kind });
  if (instance !== undefined) params.set("instance", instance);
  if (q !== "") params.set("q", q);
  return `/api/people?${params}`;
}

const NAMES = ["instance", "kind", "q"] as const;

/** A request from its URL parameters. An empty parameter is as if it were not there. */
export function readPeopleRequest(params: URLSearchParams): {
  request: PeopleRequest;
  problems: readonly ViewProblem[];
} {
  const problems: ViewProblem[] = [];
  for (const name of new Set(params.keys())) {
    if (!isOneOf(NAMES, name)) problems.push({ name, reason: "unknown-name" });
    else if (params.getAll(name).length > 1) problems.push({ name, reason: "repeated" });
  }
  const read = (name: (typeof NAMES)[number], longest?: number): string | undefined => {
    const text = params.get(name) ?? "";
    const value = parseText(text);
    const isTooLong = longest !== undefined && value !== undefined && value.length > longest;
    if (text.trim() === "" || (value !== undefined && !isTooLong)) return value;
    problems.push({ name, value: text, reason: "bad-value" });
    return undefined;
  };
  const instance = read("instance");
  const q = read("q", MAX_SEARCH_LENGTH) ?? "";
  const kind = read("kind") ?? "";
  if (isOneOf(PEOPLE_KINDS, kind)) return { request: { instance, kind, q }, problems };
  problems.push({ name: "kind", value: kind, reason: "bad-value" });
  return { request: { instance, kind: "agent", q }, problems };
}
