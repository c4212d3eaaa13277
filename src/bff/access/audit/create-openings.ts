import type { FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { readerName } from "#bff/access/reader-name.ts";
import type { Audit, AuditedRecord } from "./create-audit.ts";

/**
 * The audit log's lines about records that are opened. A record and what belongs to it come by several
 * requests: one line tells of all of them.
 *
 * @throws BffError `audit_failed`, as {@link Audit}
 */
export interface Openings {
  /** The record itself was asked for: a line each time. */
  opened(request: FastifyRequest, record: AuditedRecord): Promise<void>;
  /** A part of it was asked for: a line where the same reader has not opened it lately. */
  openedPart(request: FastifyRequest, record: AuditedRecord): Promise<void>;
}

/** What is asked for later than this was not opened to see it. */
const LATELY_MS = 600_000;
/** Whoever is forgotten costs one more line. */
const MOST_REMEMBERED = 10_000;

/** @param now ms since the epoch */
export function createOpenings(audit: Audit, now: () => number): Openings {
  const lately = new LRUCache<string, true>({
    max: MOST_REMEMBERED,
    ttl: LATELY_MS,
    ttlResolution: 0,
    perf: { now },
  });
  const keyOf = (request: FastifyRequest, { instance, contactId }: AuditedRecord) =>
    JSON.stringify([readerName(request), instance, contactId]);

  async function opened(request: FastifyRequest, record: AuditedRecord): Promise<void> {
    await audit.opened(request, record);
    lately.set(keyOf(request, record), true);
  }
  return {
    opened,
    async openedPart(request, record) {
      if (!lately.has(keyOf(request, record))) await opened(request, record);
    },
  };
}
