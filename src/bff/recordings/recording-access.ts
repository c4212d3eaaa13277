import type { FastifyRequest } from "fastify";
import type { Audit } from "#bff/access/audit/create-audit.ts";
import { rightsText } from "#bff/access/own-scope.ts";
import { readerName } from "#bff/access/reader-name.ts";
import { readerOf } from "#bff/access/reader.ts";
import { createByteCache } from "#bff/calls/byte-cache.ts";
import { callInTurn } from "#bff/calls/call-in-turn.ts";
import { requestKey } from "#bff/calls/request-key.ts";
import { createSharedFlights } from "#bff/calls/shared-flights.ts";
import { BffError } from "#bff/http/bff-error.ts";
import { readRecord, type ReadRecordDeps } from "#bff/routes/read-record.ts";
import { getRecording } from "#bff/upstream/get-recording.ts";
import type { RecordRequest } from "#contract/api/record.ts";
import { missingBecause } from "#contract/api/recording.ts";
import type { Spent } from "#contract/api/spent.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { HOUR_MS, MINUTE_MS } from "#contract/time/durations.ts";
import type { Storage, StorageReply } from "./storage.ts";

export interface RecordingAccessDeps extends ReadRecordDeps {
  readonly storage: Storage;
  readonly audit: Audit;
}

type OnSpent = (some: Spent) => void;

/** A recording that a reader may hear. */
export interface OpenRecording {
  readonly instance: string;
  readonly contactId: string;
  readonly record: CallRecord;
}

/** The way from a call's id to the sound of it. */
export interface RecordingAccess {
  /**
   * A recording that there is, of a call within the reader's scope. Asked again within an hour it costs no
   * upstream call.
   *
   * @param onSpent told of each call upstream, unless another request has asked for the same already
   * @throws BffError `record_not_found`, `recording_…`; UpstreamError
   */
  open(
    request: FastifyRequest,
    asked: RecordRequest,
    signal: AbortSignal,
    onSpent?: OnSpent,
  ): Promise<OpenRecording>;
  /**
   * What the storage has of it.
   *
   * @throws BffError as {@link Storage.fetch}
   */
  fetch(
    request: FastifyRequest,
    recording: OpenRecording,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<StorageReply>;
  /**
   * Notes that a reader listens: once for all the pieces that a player fetches, as long as it does not
   * rest for ten minutes.
   *
   * @throws BffError `audit_failed`
   */
  noteListening(request: FastifyRequest, recording: OpenRecording): Promise<void>;
}

const EXPIRES_MS = HOUR_MS;
/** Before the address is too old: a piece that is asked for now still has time to begin. */
const KEEP_MS = EXPIRES_MS - 2 * MINUTE_MS;
/** An address that is refused so soon after it was given was never good. */
const NEW_MS = MINUTE_MS;
const REST_MS = 10 * MINUTE_MS;
const KEPT_BYTES = 4_000_000;
/** An address of some 500 characters and a record. */
const TICKET_BYTES = 4_000;

interface Ticket extends OpenRecording {
  /** A secret. */
  readonly address: string;
  /** ms */
  readonly askedAt: number;
}

export function createRecordingAccess(deps: RecordingAccessDeps): RecordingAccess {
  const { upstream, limiter, instances, storage, audit, now } = deps;
  const tickets = createByteCache<Ticket>(KEPT_BYTES, now);
  const flights = createSharedFlights<Ticket>();
  const listeners = createByteCache<object>(KEPT_BYTES, now);
  const notes = createSharedFlights<void>();

  async function ask(
    request: FastifyRequest,
    asked: RecordRequest,
    signal: AbortSignal,
    onSpent?: OnSpent,
  ) {
    const { record, instance, spent } = await readRecord(request, asked, signal, deps);
    onSpent?.(spent);
    const { contactId } = asked;
    if (record.recordingReady === false) throw new BffError(missingBecause(record, now()));
    const turn = {
      purpose: "rows",
      readerName: readerName(request),
      instance,
      signal,
      ...(onSpent && { onSpent }),
    } as const;
    const question = { instance, contactId, expireSeconds: EXPIRES_MS / 1000 };
    try {
      const address = await callInTurn(limiter, turn, (options) =>
        getRecording(upstream, question, options),
      );
      return { instance, contactId, record, address, askedAt: now() };
    } catch (error) {
      if (!(error instanceof BffError) || !isMissing(error)) throw error;
      // The list said otherwise: what it has once had is no longer kept.
      const code = record.recordingReady ? "recording_not_kept" : missingBecause(record, now());
      throw new BffError(code, { requestId: error.parts.requestId });
    }
  }

  /** Readers of other rights do not share an answer: the call may be nobody's to them. */
  const keyOf = (request: FastifyRequest, instance: string, contactId: string) =>
    requestKey([rightsText(readerOf(request)), instance, contactId]);

  async function ticketOf(
    request: FastifyRequest,
    asked: RecordRequest,
    signal: AbortSignal,
    { onSpent, isFresh = false }: { onSpent?: OnSpent | undefined; isFresh?: boolean } = {},
  ): Promise<Ticket> {
    const instance = await instances.of(readerOf(request).rights).pick(asked.instance);
    const { contactId } = asked;
    const key = keyOf(request, instance, contactId);
    const kept = isFresh ? undefined : tickets.get(key);
    if (kept !== undefined) return kept;
    return flights.join(key, signal, async (flightSignal) => {
      const ticket = await ask(request, { contactId, instance }, flightSignal, onSpent);
      tickets.set(key, ticket, TICKET_BYTES, KEEP_MS);
      return ticket;
    });
  }

  return {
    open: (request, asked, signal, onSpent) => ticketOf(request, asked, signal, { onSpent }),
    async fetch(request, recording, headers, signal) {
      const kept = await ticketOf(request, recording, signal);
      try {
        return await storage.fetch(kept.address, headers, signal);
      } catch (error) {
        // It may hold for less than was asked, or its key be taken back: another is asked for, once.
        const isOld = now() - kept.askedAt > NEW_MS;
        if (!isOld || !(error instanceof BffError) || error.code !== "storage_refused") throw error;
        const fresh = await ticketOf(request, recording, signal, { isFresh: true });
        return storage.fetch(fresh.address, headers, signal);
      }
    },
    async noteListening(request, recording) {
      const { instance, contactId } = recording;
      const key = requestKey([readerName(request), instance, contactId]);
      if (listeners.get(key) === undefined)
        await notes.join(key, new AbortController().signal, () =>
          audit.recording(request, recording, { as: "listen" }),
        );
      listeners.set(key, {}, 0, REST_MS);
    },
  };
}

/** The provider does not say with which code it answers for a call without a recording. */
function isMissing({ parts }: BffError): boolean {
  return /^NotExists\.(?!InstanceId)/.test(parts.upstreamCode ?? "");
}
