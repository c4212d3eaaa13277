import type { Session } from "#contract/api/session.ts";

/**
 * Whether what one session may see is what the other may: the same person with the same rights. Names of
 * what they may see do not matter, since the server may not have them at the moment.
 */
export function isSameReader(one: Session, other: Session): boolean {
  return textOf(one) === textOf(other);
}

function textOf({ user, rights, scope, instances }: Session): string {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).toSorted();
  return JSON.stringify([
    user?.subject,
    user?.roles.map(({ name }) => name).toSorted(),
    rights,
    scope && [scope.filter, ids(scope.people)],
    ids(instances),
  ]);
}
