import { requiredInstance } from "#upstream/request/required-instance.ts";
import { requiredPage } from "#upstream/request/required-page.ts";
import { optionalText, type WireParameters } from "#upstream/request/wire-parameters.ts";
import type { PeopleKind, Person } from "#upstream/store/record-store.ts";
import type { OperationContext } from "./operation.ts";

/** A person of an instance. */
interface Member extends Person {
  readonly instance: string;
}

/** The name within the instance: of `agent@ccc-test` it is `agent`. */
export function localName({ id, instance }: Member): string {
  const suffix = `@${instance}`;
  return id.endsWith(suffix) ? id.slice(0, -suffix.length) : id;
}

/**
 * A page of agents or skill groups, by id. The search is for a part of the id, of which the login
 * name is the beginning, or of the displayed name, in capitals or not. The provider says neither the
 * order, nor what is searched, nor whether `TotalCount` is told on the first page alone as in the
 * list of calls: here it is always told.
 *
 * @throws WireError naming the parameter to blame
 */
export async function peoplePage(
  kind: PeopleKind,
  parameters: WireParameters,
  { store, signal }: OperationContext,
  itemOf: (member: Member) => unknown,
): Promise<unknown> {
  const { page, pageSize } = requiredPage(parameters);
  const instance = requiredInstance(parameters, store);
  const pattern = optionalText(parameters, "SearchPattern");
  const { people, total } = await store.people({ kind, instance, pattern, page, pageSize }, signal);
  return {
    PageNumber: page,
    PageSize: pageSize,
    TotalCount: total,
    List: people.map((person) => itemOf({ ...person, instance })),
  };
}
