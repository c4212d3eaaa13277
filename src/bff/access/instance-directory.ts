import { BffError } from "#bff/http/bff-error.ts";
import type { Instance } from "#bff/upstream/list-instances.ts";

/** The instances that may be read here. */
export interface InstanceDirectory {
  /** Never empty where `CCC_INSTANCE_IDS` is set: the ids stand in for names that cannot be had. */
  list(): Promise<readonly Instance[]>;
  /**
   * The instance a request means: the one it names, else the first.
   *
   * @throws BffError `instance_forbidden`, `upstream_instance_not_found`
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

  async function load(): Promise<readonly Instance[]> {
    if (allowedIds === undefined) return listInstances();
    let listed: readonly Instance[] = [];
    try {
      listed = await listInstances();
    } catch {
      // The names are a convenience; which records may be read does not depend on them.
      if (cached !== undefined) cached.until = now() + KEEP_FALLBACK_MS;
    }
    const names = new Map(listed.map(({ id, name }) => [id, name]));
    return allowedIds.map((id) => ({ id, name: names.get(id) ?? id }));
  }

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

  return {
    list,
    async pick(named) {
      if (named === undefined) {
        const first = allowedIds?.[0] ?? (await list())[0]?.id;
        if (first !== undefined) return first;
        throw new BffError("upstream_instance_not_found", {
          detail: "These credentials see no instance.",
        });
      }
      if (allowedIds === undefined || allowedIds.includes(named)) return named;
      throw new BffError("instance_forbidden", { field: "instance" });
    },
  };
}
