import * as z from "zod/mini";
import { CALL_SIDES, type SideEvents } from "#contract/record/call-events.ts";
import { recordPath, type RecordRequest } from "./record.ts";
import { spentSchema } from "./spent.ts";

// `GET /api/records/:contactId/events?instance=`: what happened in one call, side by side. It is a route of
// its own because the upstream has an operation of its own for it: the record does not wait for it, and is
// there where the operation is refused.

/** The path as the BFF serves it. {@link eventsPath} fills it in. */
export const EVENTS_ROUTE = "/api/records/:contactId/events";

/** The path that asks the BFF for the events of one call. */
export function eventsPath(request: RecordRequest): string {
  const [path = "", search] = recordPath(request).split("?");
  return search === undefined ? `${path}/events` : `${path}/events?${search}`;
}

const callEventSchema = z.object({
  name: z.string(),
  at: z.number(),
  seconds: z.optional(z.number()),
});

const sideEventsSchema: z.ZodMiniType<SideEvents> = z.object({
  side: z.enum(CALL_SIDES),
  id: z.optional(z.string()),
  name: z.optional(z.string()),
  events: z.array(callEventSchema),
});

/** The reply of {@link EVENTS_ROUTE}. */
export const eventsReplySchema = z.object({
  /** One entry a person, queue or flow. Empty where the upstream has kept none. */
  sides: z.array(sideEventsSchema),
  /** The upstream's request id where it gave one, else the BFF's own. */
  requestId: z.string(),
  spent: spentSchema,
});

/** See {@link eventsReplySchema}. */
export type EventsReply = z.infer<typeof eventsReplySchema>;
