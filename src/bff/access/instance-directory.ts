import { BffError } from "#bff/http/bff-error.ts";
import type { Instance } from "#bff/upstream/list-instances.ts";
import type { Rights } from "#contract/api/rights.ts";

/** The instances that the server may read. */
export interface InstanceDirectory {
  /** Those of a reader, in the order of their rights. */
  of(rights: Pick<Rights, "instances">): ReaderInstances;
}

/** The instances that a reader may read. */
export interface ReaderInstances {
  /** Never empty where the rights or `CCC_INSTANCE_IDS` name some: ids stand in for names that cannot be had. */
  list(): Promise<readonly Instance[]>;
  /**
   * The instance a request means: the one it names, else the first.
   *
   * @throws BffError `instance_forbidden`, whether or not there is such an instance; `upstream_instance_not_found`
   */
  pick(named: string | undefined): Promise<string>;
}

export interface InstanceDirectoryDeps {
  /** `CCC_INSTANCE_IDS`; undefined: whatever the upstream lists. */
  readonly allowedIds: readonly string[] | undefined;
  readonly listInstances: () => Promise<readonly Instance[]>;
  readonly now?: () => number;
}

const KEEP_MS = 60_000;
/** Soon enough to show the names once the upstream is back, rarely enough not to wait each time. */
const KEEP_FALLBACK_MS = 5_000;

/** The directory asks for the list when it is needed, and keeps it for a minute. */
export function createInstanceDirectory(deps: InstanceDirectoryDeps): InstanceDirectory {
  const { allowedIds, listInstances } = deps;
  const now = deps.now ?? Date.now;
  let cached: { promise: Promise<readonly Instance[]>; until: number } | undefined;

  function list(): Promise<readonly Instance[]> {
    if (cached === undefined || cached.until <= now()) {
      cached = { promise: load(), until: now() + KEEP_MS };
      const mine = cached;
      // A failure is told to whoever waits for it, and forgotten.
      mine.promise.catch(() => {
        if (cached === mine) cached = undefined;
      });
    }
    return cached.promise;
  }

  async function load(): Promise<readonly Instance[]> {
    if (allowedIds === undefined) return listInstances();
    const listed = await listInstances().catch(forget);
    return named(allowedIds, listed);
  }

  /** The names are a convenience; which records may be read does not depend on them. */
  function forget(): readonly Instance[] {
    if (cached !== undefined) cached.until = now() + KEEP_FALLBACK_MS;
    return [];
  }

  return {
    of({ instances }) {
      const ids = instances === "all" ? allowedIds : instances;
      return {
        list: async () =>
          instances === "all" ? list() : named(instances, await list().catch(() => [])),
        async pick(asked) {
          if (asked === undefined) {
            const first = ids?.[0] ?? (await list())[0]?.id;
            if (first !== undefined) return first;
            throw new BffError("upstream_instance_not_found", {
              detail: "These credentials see no instance.",
            });
          }
          if (ids === undefined || ids.includes(asked)) return asked;
          throw new BffError("instance_forbidden", { field: "instance" });
        },
      };
    },
  };
}

function named(ids: readonly string[], listed: readonly Instance[]): readonly Instance[] {
  const names = new Map(listed.map(({ id, name }) => [id, name]));
  return ids.map((id) => ({ id, name: names.get(id) ?? id }));
}
