import { TEST_INSTANT } from "../clock/test-instant.ts";
import { createCallDatabase, type CallDatabase, type WireLine } from "../kit/call-database.ts";
import { expect, test as base } from "../kit/server-fixture.ts";
import { startServer } from "../kit/start-server.ts";

const ENDS = ["Success", "Success", "AbandonedInQueue", "Success", "QueuingTimeout"];
/** The third is of a call that was passed on. */
const AGENTS = ["ann@here", "bob@here", "ann@here,bob@here", "cleo@here", ""];

/** Calls of the last two days of three agents and two groups. */
const calls = (now: number): WireLine[] =>
  Array.from({ length: 480 }, (_none, index) => ({
    InstanceId: "ccc-sample",
    ContactId: `people-${index}`,
    ContactType: index % 7 === 0 ? "Outbound" : "Inbound",
    ContactDisposition: index % 21 === 0 ? "Reject" : (ENDS[index % ENDS.length] ?? "Success"),
    StartTime: now - 60_000 - index * 360_000,
    TalkTime: index % 90,
    AgentIds: AGENTS[(index % 11) % AGENTS.length] ?? "",
    SkillGroupIds: index % 4 === 0 ? "sales@here" : "help@here",
    SkillGroupNames: index % 4 === 0 ? "Sales" : "Help",
    ...(index % 3 > 0 && { QueueTime: index % 40 }),
    ...(index % 6 === 0 && { SatisfactionIndex: 1 + (index % 5) }),
  }));

/** The server on calls of some people, and the same calls for SQL. */
export const test = base.extend<object, { calls: CallDatabase }>({
  calls: [
    async ({}, use) => {
      const database = await createCallDatabase({ lines: 100, seed: 5 }, calls(TEST_INSTANT));
      await use(database);
      await database.remove();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ calls: database }, use) => {
      const server = await startServer({
        EMBEDDED_DATABASE: database.file,
        RETENTION_DAYS: "3650",
      });
      await use(server);
      expect(await server.stop(), server.output()).toBe(0);
    },
    { scope: "worker" },
  ],
});
export { expect };
