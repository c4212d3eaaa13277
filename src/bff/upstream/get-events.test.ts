import fc from "fast-check";
import { expect, test } from "vitest";
import { eventsReplySchema } from "#contract/api/events.ts";
import { getEvents } from "./get-events.ts";
import type { UpstreamClient } from "./upstream-client.ts";
import { UpstreamError } from "./upstream-error.ts";

const REQUEST = { instance: "ccc-test", contactId: "job-1" };
const WHOSE = { ContactId: "job-1", InstanceId: "ccc-test" };

function read(data: unknown) {
  const upstream: UpstreamClient = {
    call: () => Promise.resolve({ data, requestId: "request-1", chars: 50 }),
    close: () => Promise.resolve(),
  };
  return getEvents(upstream, REQUEST, {});
}

test("each side has its events in the upstream's order, those of unknown names among them", async () => {
  const call = {
    ...WHOSE,
    AgentEvents: [
      {
        AgentId: "ann@ccc-test",
        AgentName: "Ann",
        EventSequence: [
          { Event: "Ringing", EventTime: 15, Duration: 3 },
          { Event: "Whispered", EventTime: "18" },
          { Event: "Released", EventTime: 17 },
        ],
      },
    ],
    CustomerEvents: [
      { CustomerId: "15400000001", EventSequence: [{ Event: "Released", EventTime: 17 }] },
    ],
    QueueEvents: [{ QueueId: "sales", EventSequence: [] }],
  };
  expect(await read(call)).toEqual({
    sides: [
      { side: "customer", name: "15400000001", events: [{ name: "Released", at: 17 }] },
      {
        side: "agent",
        id: "ann@ccc-test",
        name: "Ann",
        events: [
          { name: "Ringing", at: 15, seconds: 3 },
          { name: "Whispered", at: 18 },
          { name: "Released", at: 17 },
        ],
      },
    ],
    requestId: "request-1",
  });
});

test("what is no event is left out, and costs the others nothing", async () => {
  const EventSequence = [
    null,
    "Released",
    { Event: "", EventTime: 1 },
    { Event: "Held" },
    { Event: "Held", EventTime: 0 },
    { Event: "Held", EventTime: 1e300 },
    { Event: "Held", EventTime: 5, Duration: "long" },
  ];
  const { sides } = await read({
    ...WHOSE,
    IvrEvents: "none",
    AgentEvents: [7, { EventSequence }],
  });
  expect(sides).toEqual([{ side: "agent", events: [{ name: "Held", at: 5 }] }]);
});

test("a call without events is an answer; none at all, or another call, is not", async () => {
  expect((await read(WHOSE)).sides).toEqual([]);
  for (const data of [
    undefined,
    null,
    {},
    [],
    { ...WHOSE, ContactId: "job-2" },
    { ...WHOSE, InstanceId: "other" },
  ])
    await expect(read(data)).rejects.toMatchObject({
      code: "upstream_bad_reply",
      parts: { requestId: "request-1" },
    });
});

test("a call that is not there is not found, and any other refusal stays what it is", async () => {
  const refuse = (upstreamCode: string) => {
    const upstream: UpstreamClient = {
      call: () => Promise.reject(new UpstreamError("upstream_failed", { upstreamCode })),
      close: () => Promise.resolve(),
    };
    return getEvents(upstream, REQUEST, {});
  };
  await expect(refuse("NotExists.JobId")).rejects.toMatchObject({ code: "record_not_found" });
  await expect(refuse("InternalService.Common")).rejects.toMatchObject({ code: "upstream_failed" });
});

test("whatever the upstream sends becomes a reply that the contract accepts", async () => {
  const group = fc.record(
    { EventSequence: fc.jsonValue(), AgentId: fc.jsonValue(), AgentName: fc.jsonValue() },
    { requiredKeys: [] },
  );
  const list = fc.oneof(fc.jsonValue(), fc.array(group));
  const call = fc.record(
    { CustomerEvents: list, IvrEvents: list, QueueEvents: list, AgentEvents: list },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(call, async (lists) => {
      const { sides } = await read({ ...WHOSE, ...lists });
      const reply = { sides, requestId: "", spent: { calls: 1, throttled: 0 } };
      // As it comes over the line.
      const sent = JSON.parse(JSON.stringify(reply));
      expect(eventsReplySchema.parse(sent)).toEqual(sent);
    }),
  );
});
