import { TEST_INSTANT } from "../clock/test-instant.ts";
import { createCallDatabase, type WireLine } from "../kit/call-database.ts";
import { expect, test as base } from "../kit/server-fixture.ts";
import { startServer } from "../kit/start-server.ts";

const MINUTE_MS = 60_000;

/** So many minutes before the test. */
export const ago = (minutes: number): number => TEST_INSTANT - minutes * MINUTE_MS;

const dayOf = (instant: number) =>
  new Date(instant).toLocaleDateString("en-CA", { timeZone: "Asia/Shanghai" });
/** The start page is of today: all of the calls below, but for the first hour of a day. */
export const START = dayOf(ago(60)) === dayOf(ago(0)) ? "/" : "/?range=last7d";

const inbound = (id: string, minutes: number, caller: string, more: WireLine): WireLine => ({
  InstanceId: "ccc-sample",
  ContactId: id,
  ContactType: "Inbound",
  StartTime: ago(minutes),
  CallingNumber: caller,
  CalledNumber: "02155500100",
  SkillGroupIds: "desk@ccc-sample",
  SkillGroupNames: "Front desk",
  ...more,
});
const outbound = (id: string, minutes: number, called: string, how: string): WireLine => ({
  InstanceId: "ccc-sample",
  ContactId: id,
  ContactType: "Outbound",
  ContactDisposition: how,
  StartTime: ago(minutes),
  CallingNumber: "02155500100",
  CalledNumber: called,
});
const abandoned = (QueueTime: number) => ({ ContactDisposition: "AbandonedInQueue", QueueTime });

/** Twice in vain, called back and not reached · called back · got through · got through, and lost again · withheld. */
const CALLS: readonly WireLine[] = [
  inbound("twice-1", 50, "13800000001", abandoned(42)),
  inbound("twice-2", 30, "13800000001", abandoned(10)),
  outbound("in-vain", 9, "+8613800000001", "NoAnswer"),
  inbound("back-1", 48, "13800000002", abandoned(5)),
  outbound("back-2", 40, "008613800000002", "Success"),
  inbound("through-1", 47, "02155500103", { ContactDisposition: "QueuingTimeout" }),
  inbound("through-2", 20, "+862155500103", { ContactDisposition: "Success", TalkTime: 60 }),
  inbound("again-1", 45, "13800000004", { ContactDisposition: "Success", TalkTime: 60 }),
  inbound("again-2", 44, "13800000004", { ContactDisposition: "AbandonedInRing", RingTime: 8 }),
  inbound("withheld", 43, "anonymous", abandoned(3)),
];

/** The server on these calls, and some of long ago. */
export const test = base.extend<object, object>({
  server: [
    async ({}, use) => {
      const calls = await createCallDatabase({ lines: 300, seed: 5 }, CALLS);
      const server = await startServer({ EMBEDDED_DATABASE: calls.file, RETENTION_DAYS: "3650" });
      await use(server);
      expect(await server.stop(), server.output()).toBe(0);
      await calls.remove();
    },
    { scope: "worker" },
  ],
});
export { expect };
