import { LRUCache } from "lru-cache";
import type { Session } from "./session.ts";

/** What a provider says has ended: one session of its own, or all of somebody's. */
export interface Ending {
  readonly sid?: string | undefined;
  readonly subject?: string | undefined;
}

/**
 * The sessions that this process knows to be over, though their cookies are still good. Other replicas do
 * not know: there the provider refuses to renew them, minutes later.
 */
export interface EndedSessions {
  /** One of ours, by its reader. */
  end(session: Session): void;
  /** By the provider. */
  endAll(ending: Ending): void;
  has(session: Session): boolean;
}

const MOST_KEPT = 50_000;

/** @param absoluteMs how long a session can last: then its cookie is over by itself */
export function createEndedSessions(absoluteMs: number, now: () => number): EndedSessions {
  /** By a name, when it ended. */
  const endings = new LRUCache<string, number>({ max: MOST_KEPT });

  function hasEnded(name: string, startedAt: number): boolean {
    const at = endings.get(name);
    return at !== undefined && at + absoluteMs > now() && startedAt <= at;
  }

  return {
    end: ({ id }) => void endings.set(`id ${id}`, now()),
    endAll({ sid, subject }) {
      // A session that is named is meant alone, whoever's it is.
      endings.set(sid === undefined ? `subject ${subject}` : `sid ${sid}`, now());
    },
    has: ({ id, sid, subject, startedAt }) =>
      hasEnded(`id ${id}`, startedAt) ||
      hasEnded(`subject ${subject}`, startedAt) ||
      (sid !== undefined && hasEnded(`sid ${sid}`, startedAt)),
  };
}
