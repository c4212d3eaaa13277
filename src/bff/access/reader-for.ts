import type { Rights } from "#contract/api/rights.ts";
import type { AccessFile, Role } from "./access-file.ts";
import { claimTexts } from "./claims.ts";
import type { Identity } from "./identity.ts";
import type { Reader } from "./reader.ts";

/** The widest first. */
const WIDTHS = ["all", "own-groups", "own-calls"] as const satisfies readonly Rights["calls"][];

/**
 * Who somebody is here, by the access file; undefined: nobody who may see any call.
 *
 * Of several roles the widest `calls` counts, in the instances of the roles that give it: joined each by
 * itself, "all of A" and "own calls of B" would give all of B, which no role does. So it is with any other
 * right: "all, masked" and "own calls, full" do not give all in full.
 */
export function readerFor(
  file: AccessFile,
  { subject, name, claims }: Identity,
): Reader | undefined {
  const textsOf = (claim: string | undefined) =>
    claim === undefined ? [] : claimTexts(claims, claim);
  const groups = textsOf(file.skillGroupsClaim);
  const agents = textsOf(file.agentsClaim);
  const isOpen = {
    all: true,
    "own-groups": groups.length > 0,
    "own-calls": agents.length > 0,
  } as const satisfies Record<Rights["calls"], boolean>;
  const roles = file.roles.filter(
    ({ claim, values, rights: { calls } }) =>
      textsOf(claim).some((value) => values.includes(value)) &&
      (calls === undefined || isOpen[calls]),
  );
  const calls = WIDTHS.find((width) => roles.some((role) => opensCalls(role, width)));
  if (calls === undefined) return undefined;
  const instances = joinInstances(roles.filter((role) => opensCalls(role, calls)));
  const counting = roles.filter(({ rights }) => isOfAll(rights, calls, instances));
  const has = (test: (rights: Role["rights"]) => boolean) =>
    counting.some(({ rights }) => test(rights));
  return {
    subject,
    name,
    roles: roles.map((role) => role.name),
    rights: {
      instances,
      calls,
      numbers: has(({ numbers }) => numbers === "full") ? "full" : "masked",
      searchByNumber: has(({ searchByNumber }) => searchByNumber),
      revealNumbers: has(({ revealNumbers }) => revealNumbers),
      recording: {
        listen: has(({ recording }) => recording.listen),
        download: has(({ recording }) => recording.download),
      },
      export: {
        page: has((rights) => rights.export.page),
        all: has((rights) => rights.export.all),
      },
    },
    groups,
    agents,
  };
}

/** A role without an instance opens none of its calls. */
function opensCalls({ rights }: Role, width: Rights["calls"]): boolean {
  return rights.calls === width && rights.instances.length > 0;
}

/** Whether what else a role gives is of all these calls: a role without calls, or instances, says nothing of them. */
function isOfAll(
  rights: Role["rights"],
  calls: Rights["calls"],
  instances: Rights["instances"],
): boolean {
  if (rights.calls === undefined && rights.instances.length === 0) return true;
  if (rights.calls !== undefined && rights.calls !== calls) return false;
  const own = rights.instances;
  return own === "all" || (instances !== "all" && instances.every((id) => own.includes(id)));
}

function joinInstances(roles: readonly Role[]): Rights["instances"] {
  const lists = roles.map(({ rights }) => rights.instances);
  const named = lists.filter((list) => list !== "all");
  return named.length < lists.length ? "all" : [...new Set(named.flat())];
}
