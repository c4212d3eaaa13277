import type { FastifyRequest } from "fastify";
import { maskWithin } from "#bff/access/mask-numbers.ts";
import { whoAsks } from "#bff/access/reader.ts";
import { BffError } from "#bff/http/bff-error.ts";
import { clientAddress } from "#bff/http/client-address.ts";
import type { Problem } from "#contract/api/errors.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import type { ApiActivity, AuditEvent, Operation } from "./audit-event.ts";
import type { AuditSink } from "./audit-sink.ts";
import { eventLine } from "./event-line.ts";
import { mergeFilters, redactFilter } from "./redact-filter.ts";

/** Whom the sign-in provider means. */
export interface AuditedUser {
  /** The provider's `sub`. */
  readonly subject: string;
  readonly name?: string | undefined;
}

/** One record of an instance. */
export interface AuditedRecord {
  readonly instance: string;
  readonly contactId: string;
}

/**
 * The audit log: who saw what. Each function resolves once its line is written; what it tells of is shown
 * after that, and not at all where it fails.
 *
 * @throws BffError `audit_failed` where a line cannot be written
 */
export interface Audit {
  /** @param failure why nobody is signed in: an error code of ours or of OAuth, never a provider's text */
  signIn(request: FastifyRequest, user: AuditedUser | undefined, failure?: string): Promise<void>;
  signOut(request: FastifyRequest, user: AuditedUser | undefined, failure?: string): Promise<void>;
  refused(request: FastifyRequest, problem: Problem): Promise<void>;
  /** One page of records. */
  search(request: FastifyRequest, calls: UnpinnedCalls, records: number): Promise<void>;
  /** Before the first line of an answer. */
  counting(request: FastifyRequest, sets: readonly UnpinnedCalls[]): Promise<void>;
  /** Behind the last. */
  counted(request: FastifyRequest, asks: number): Promise<void>;
  /** Agents or skill groups, by a part of their name. */
  people(
    request: FastifyRequest,
    search: { readonly instance: string; readonly kind: string; readonly q: string },
    people: number,
  ): Promise<void>;
  opened(request: FastifyRequest, record: AuditedRecord): Promise<void>;
  /** @param reason the reader's own words */
  revealed(request: FastifyRequest, record: AuditedRecord, reason: string): Promise<void>;
  recording(
    request: FastifyRequest,
    record: AuditedRecord,
    what: { readonly as: "listen" | "download"; readonly bytes?: number | undefined },
  ): Promise<void>;
  exported(
    request: FastifyRequest,
    calls: UnpinnedCalls,
    what: {
      readonly of: "page" | "all";
      readonly records: number;
      readonly bytes?: number | undefined;
      /** In the reader's words, where one was asked for. */
      readonly reason?: string | undefined;
    },
  ): Promise<void>;
}

export interface AuditDeps {
  /** Undefined where nobody signs in, and nobody asked for a log: nothing is written. */
  readonly sink: AuditSink | undefined;
  /** This edition. */
  readonly version: string;
  readonly now: () => number;
}

const PRODUCT = "Callscope";

export function createAudit({ sink, version, now }: AuditDeps): Audit {
  async function write(event: AuditEvent): Promise<void> {
    try {
      await sink?.write(eventLine(event));
    } catch (cause) {
      const detail = "The audit log cannot be written, and nothing is shown unlogged.";
      throw new BffError("audit_failed", { detail, cause });
    }
  }

  function common(request: FastifyRequest, user: AuditEvent["actor"]["user"]) {
    const ip = clientAddress(request);
    return {
      time: now(),
      actor: { user },
      src_endpoint: ip === "" ? {} : { ip },
      http_request: {
        http_method: request.method,
        url: { path: request.routeOptions.url ?? "(none)" },
      },
      metadata: {
        version: "1.5.0",
        product: { name: PRODUCT, vendor_name: PRODUCT, version },
        uid: request.id,
      },
    } as const;
  }

  async function authentication(
    of: 1 | 2,
    request: FastifyRequest,
    who: AuditedUser | undefined,
    failure: string | undefined,
  ): Promise<void> {
    const user = userOf(who?.subject, who?.name);
    await write({
      class_uid: 3002,
      category_uid: 3,
      activity_id: of,
      type_uid: of === 1 ? 300_201 : 300_202,
      ...outcomeOf(failure),
      ...common(request, user),
      user,
      auth_protocol_id: 4,
      service: { name: PRODUCT },
    });
  }

  async function activity(
    request: FastifyRequest,
    operation: Operation,
    more: Pick<ApiActivity, "resources" | "unmapped">,
    problem?: Problem,
  ): Promise<void> {
    const { subject, name } = whoAsks(request);
    const response =
      problem === undefined ? {} : { response: { code: problem.status, error: problem.code } };
    await write({
      class_uid: 6003,
      category_uid: 6,
      activity_id: 2,
      type_uid: 600_302,
      ...outcomeOf(problem?.code),
      ...common(request, userOf(subject, name)),
      api: { operation, ...response },
      ...more,
    });
  }

  const ofRecord = ({ instance, contactId }: AuditedRecord) => ({
    resources: [{ uid: contactId, type: "call record" as const }],
    unmapped: { instances: [maskWithin(instance)] },
  });
  const ofCalls = ({ instance, range, criteria }: UnpinnedCalls) => ({
    instances: [maskWithin(instance)],
    filter: filterOf([redactFilter(range, criteria)]),
  });

  return {
    signIn: (request, user, failure) => authentication(1, request, user, failure),
    signOut: (request, user, failure) => authentication(2, request, user, failure),
    refused(request, problem) {
      const { right } = problem;
      const more = right === undefined ? {} : { unmapped: { right } };
      return activity(request, "refused", more, problem);
    },
    search: (request, calls, records) =>
      activity(request, "records.search", { unmapped: { ...ofCalls(calls), records } }),
    counting(request, sets) {
      const instances = [...new Set(sets.map(({ instance }) => maskWithin(instance)))];
      const filter = filterOf(sets.map(({ range, criteria }) => redactFilter(range, criteria)));
      const unmapped = { part: "begin", asks: sets.length, instances, filter } as const;
      return activity(request, "records.count", { unmapped });
    },
    counted: (request, asks) =>
      activity(request, "records.count", { unmapped: { part: "end", asks } }),
    people(request, { instance, kind, q }, people) {
      const filter = { kind: [kind], ...(q !== "" && { q: ["set"] }) };
      const instances = [maskWithin(instance)];
      return activity(request, "people.search", {
        unmapped: { instances, filter, records: people },
      });
    },
    opened: (request, record) => activity(request, "record.open", ofRecord(record)),
    revealed(request, record, reason) {
      const { resources, unmapped } = ofRecord(record);
      const more = { resources, unmapped: { ...unmapped, reason: maskWithin(reason) } };
      return activity(request, "number.reveal", more);
    },
    recording(request, record, { as, bytes }) {
      const { resources, unmapped } = ofRecord(record);
      return activity(request, `recording.${as}`, { resources, unmapped: { ...unmapped, bytes } });
    },
    exported(request, calls, { of, records, bytes, reason }) {
      const why = reason === undefined ? {} : { reason: maskWithin(reason) };
      const unmapped = { ...ofCalls(calls), records, bytes, ...why };
      return activity(request, `export.${of}`, { unmapped });
    },
  };
}

function userOf(subject: string | undefined, name: string | undefined) {
  if (subject === undefined) return { type_id: 0 } as const;
  return {
    uid: subject,
    ...(name !== undefined && { name: maskWithin(name) }),
    type_id: 1,
  } as const;
}

function outcomeOf(failure: string | undefined) {
  if (failure === undefined) return { severity_id: 1, status_id: 1 } as const;
  return { severity_id: 3, status_id: 2, status_code: failure } as const;
}

/** Of several questions what they have between them; lists are not readonly in the schema. */
function filterOf(filters: Parameters<typeof mergeFilters>[0]): Record<string, string[]> {
  const merged = Object.entries(mergeFilters(filters));
  return Object.fromEntries(merged.map(([name, values]) => [name, [...values]]));
}
