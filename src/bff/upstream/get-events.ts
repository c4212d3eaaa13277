import * as z from "zod";
import { BffError } from "#bff/http/bff-error.ts";
import type { CallEvent, CallSide, SideEvents } from "#contract/record/call-events.ts";
import type { CallOptions, UpstreamClient } from "./upstream-client.ts";
import { UpstreamError } from "./upstream-error.ts";

/** Which call's events are asked for. */
export interface EventsRequest {
  readonly instance: string;
  readonly contactId: string;
}

/** What happened in one call, as the upstream gave it. */
export interface CallEvents {
  readonly sides: readonly SideEvents[];
  readonly requestId: string | undefined;
}

/** Where the reply has each side's events, and which of its fields says whose they are. */
const SOURCES = {
  customer: { list: "CustomerEvents", id: undefined, name: "CustomerId" },
  ivr: { list: "IvrEvents", id: undefined, name: "FlowType" },
  queue: { list: "QueueEvents", id: "QueueId", name: "QueueName" },
  agent: { list: "AgentEvents", id: "AgentId", name: "AgentName" },
} as const satisfies Record<CallSide, { list: string; id: string | undefined; name: string }>;

const text = z.string().min(1).optional().catch(undefined);
/** Numbers may come as text. */
const number = z
  .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)])
  .transform(Number)
  .pipe(z.number());
/** Beyond the last no calendar has a date. */
const instant = number.pipe(z.number().min(1).max(8_640_000_000_000_000));

const eventSchema = z
  .object({
    Event: z.string().trim().min(1),
    EventTime: instant,
    Duration: number.optional().catch(undefined),
  })
  .transform(({ Event: name, EventTime: at, Duration: seconds }): CallEvent =>
    seconds === undefined ? { name, at } : { name, at, seconds },
  );

/** What is no event, or says not when it was, is left out: one that is odd must not cost the others. */
const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(z.unknown())
    .nullish()
    .catch(undefined)
    .transform((items) =>
      (items ?? []).flatMap((one) => {
        const { data } = item.safeParse(one);
        return data === undefined ? [] : [data];
      }),
    );

const groupSchema = z.looseObject({ EventSequence: listOf(eventSchema) });
const dataSchema = z.looseObject({
  ContactId: text,
  InstanceId: text,
  CustomerEvents: listOf(groupSchema),
  IvrEvents: listOf(groupSchema),
  QueueEvents: listOf(groupSchema),
  AgentEvents: listOf(groupSchema),
});

/**
 * The events of one call, an entry a person, queue or flow that has any, in the upstream's order. Names that
 * this edition does not know stay as they are.
 *
 * Authority: the provider's page of `GetCallDetailRecord`, and its SDK's model of the reply. Neither says what
 * is answered for a call that is not known; that a code of `NotExists.` means it is our reading.
 *
 * @throws UpstreamError; BffError `record_not_found`
 */
export async function getEvents(
  upstream: UpstreamClient,
  { instance, contactId }: EventsRequest,
  options: CallOptions,
): Promise<CallEvents> {
  const params = { InstanceId: instance, ContactId: contactId };
  const { data, requestId } = await upstream
    .call("GetCallDetailRecord", params, options)
    .catch((error: unknown) => {
      throw isNotThere(error) ? new BffError("record_not_found", error.parts) : error;
    });
  const call = dataSchema.safeParse(data).data;
  // A reply without either names no call: it is no answer, where one without events may well be.
  if (call === undefined || (call.ContactId ?? call.InstanceId) === undefined)
    throw new UpstreamError("upstream_bad_reply", { requestId });
  // The events of another call are for other eyes.
  if ((call.ContactId ?? contactId) !== contactId || (call.InstanceId ?? instance) !== instance)
    throw new UpstreamError("upstream_bad_reply", {
      requestId,
      detail: "The upstream gave another call than it was asked for.",
    });
  const sides = Object.entries(SOURCES).flatMap(([side, { list, id, name }]) =>
    call[list]
      .filter(({ EventSequence }) => EventSequence.length > 0)
      .map((group) => ({
        // The cast is sound: the object is a literal with exactly the sides as keys.
        side: side as CallSide,
        id: id === undefined ? undefined : text.parse(group[id]),
        name: text.parse(group[name]),
        events: group.EventSequence,
      })),
  );
  return { sides, requestId };
}

function isNotThere(error: unknown): error is UpstreamError {
  if (!(error instanceof UpstreamError) || error.code !== "upstream_failed") return false;
  return error.parts.upstreamCode?.startsWith("NotExists.") === true;
}
