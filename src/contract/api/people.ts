import * as z from "zod/mini";
import { parseText } from "#contract/filter/codec.ts";
import { idCodec } from "#contract/filter/id-codec.ts";
import { isOneOf } from "#contract/record/enums.ts";
import { PEOPLE_KINDS, type PeopleKind } from "#contract/record/people.ts";
import { reasonOf, type ViewProblem } from "#contract/view/view-codec.ts";
import { spentSchema } from "./spent.ts";

// `GET /api/people?instance=&kind=&q=`: the agents or skill groups of an instance whose name or id
// contains a text, for pickers. The reply has only the first of them: whoever sees too many types on.

/** The path, as the BFF serves it. {@link peoplePath} adds the parameters. */
export const PEOPLE_ROUTE = "/api/people";

/** Characters of the text that is searched for, at most. */
export const MAX_SEARCH_LENGTH = 64;

/** Reads a {@link Person}. */
export const personSchema = z.object({ id: z.string(), name: z.string() });

/** An agent or a skill group: `id` is what a filter takes, `name` what people read. */
export type Person = z.infer<typeof personSchema>;

/** The reply of {@link PEOPLE_ROUTE}. */
export const peopleReplySchema = z.object({
  /** In the upstream's order, none twice. */
  people: z.array(personSchema),
  /** True where the upstream has others, beyond these. */
  more: z.boolean(),
  /** Nothing where the same was searched a moment ago. */
  spent: spentSchema,
});

/** See {@link peopleReplySchema}. */
export type PeopleReply = z.infer<typeof peopleReplySchema>;

/** What a search finds, whatever it has cost. */
export type FoundPeople = Omit<PeopleReply, "spent">;

/** Who is searched for. */
export interface PeopleRequest {
  /** Absent: the first instance the reader may see. */
  readonly instance?: string | undefined;
  readonly kind: PeopleKind;
  /** A part of a name or an id. Empty: whoever there is. */
  readonly q: string;
}

/** The path that asks the BFF for people. */
export function peoplePath({ instance, kind, q }: PeopleRequest): string {
  const params = new URLSearchParams({ kind });
  if (instance !== undefined) params.set("instance", idCodec.write(instance));
  if (q !== "") params.set("q", q);
  return `${PEOPLE_ROUTE}?${params}`;
}

const NAMES = ["instance", "kind", "q"] as const;

/**
 * A request from its URL parameters. An empty parameter is as if it were not there.
 *
 * @returns every problem; with one the request is not to be used
 */
export function readPeopleRequest(params: URLSearchParams): {
  request: PeopleRequest;
  problems: readonly ViewProblem[];
} {
  const problems: ViewProblem[] = [];
  for (const name of new Set(params.keys())) {
    if (!isOneOf(NAMES, name)) problems.push({ name, reason: "unknown-name" });
    else if (params.getAll(name).length > 1) problems.push({ name, reason: "repeated" });
  }
  const blame = (name: (typeof NAMES)[number], value: string) =>
    problems.push({ name, value, reason: reasonOf(name, value) });
  const instanceText = params.get("instance") ?? "";
  const { value: instance } = idCodec.read(instanceText);
  if (instance === undefined && instanceText !== "") blame("instance", instanceText);
  const searched = (params.get("q") ?? "").trim();
  const q = parseText(searched) ?? "";
  if (q !== searched || q.length > MAX_SEARCH_LENGTH) blame("q", searched);
  const kind = params.get("kind") ?? "";
  if (isOneOf(PEOPLE_KINDS, kind)) return { request: { instance, kind, q }, problems };
  blame("kind", kind);
  return { request: { instance, kind: "agent", q }, problems };
}
