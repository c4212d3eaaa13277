import { TEST_INSTANT } from "../clock/test-instant.ts";
import { createCallDatabase, type CallDatabase, type WireLine } from "../kit/call-database.ts";
import { expect, test as base } from "../kit/server-fixture.ts";
import { startServer } from "../kit/start-server.ts";

/** The instance that most generated calls belong to. */
const INSTANCE = "ccc-sample";
/** The end of the generated calls, and so the end of June 2025 in Shanghai. */
export const JULY = Date.UTC(2025, 5, 30, 16);

const RECENT = ["Success", "AbandonedInQueue", "QueuingTimeout", "NoAnswer"];

/** Calls of the last days, some every hour, so that ranges up to now are not empty. */
const recentCalls = (now: number): WireLine[] =>
  Array.from({ length: 700 }, (_none, index) => ({
    InstanceId: INSTANCE,
    ContactId: `recent-${index}`,
    ContactType: "Inbound",
    ContactDisposition: RECENT[index % RECENT.length] ?? "Success",
    StartTime: now - 60_000 - index * index * 5_000,
    TalkTime: index % 90,
    ...(index % 3 > 0 && { QueueTime: index % 40 }),
  }));

/** The server on imported calls, and the same calls for SQL. */
export const test = base.extend<object, { calls: CallDatabase }>({
  calls: [
    async ({}, use) => {
      const calls = await createCallDatabase({ lines: 12_000, seed: 5 }, recentCalls(TEST_INSTANT));
      await use(calls);
      await calls.remove();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ calls }, use) => {
      const server = await startServer({ EMBEDDED_DATABASE: calls.file, RETENTION_DAYS: "3650" });
      await use(server);
      expect(await server.stop(), server.output()).toBe(0);
    },
    { scope: "worker" },
  ],
});
export { expect };

/** The one number that a query gives. */
export async function numberOf(
  calls: CallDatabase,
  select: string,
  where: string,
  params: readonly (number | string)[] = [],
): Promise<number> {
  const [[value] = []] = await calls.sql(
    `SELECT ${select} FROM records WHERE InstanceId = '${INSTANCE}' AND (${where})`,
    params.map((param) => (typeof param === "number" ? BigInt(param) : param)),
  );
  return Number(value);
}
