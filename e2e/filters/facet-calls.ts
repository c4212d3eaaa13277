import { DAY_MS, WEEK_MS } from "#contract/time/durations.ts";
import { viewSearch } from "#contract/view/view-codec.ts";
import { DEFAULT_VIEW } from "#contract/view/view.ts";
import type { CountedCalls } from "./facet-sql.ts";
import { createCallDatabase, type CallDatabase, type WireLine } from "../kit/call-database.ts";
import { expect, test as base } from "../kit/server-fixture.ts";
import { startServer } from "../kit/start-server.ts";

/** The generated instance, whose calls a test counts. */
export const INSTANCE = "ccc-sample";
const CALLS = 6000;
/** The end of June 2025 in Shanghai, where generated calls end. */
const END = Date.UTC(2025, 5, 30, 16) - 1;
export const ALL = { from: END - 200 * DAY_MS, to: END };
export const LAST_WEEK = { from: END + 1 - WEEK_MS, to: END };
/** A value that the provider added since, in calls of the last day. */
export const NEW_VALUE = "AbandonedOnHold";
export const NEW_CALLS = 5;

const newCalls = Array.from({ length: NEW_CALLS }, (_unused, index): WireLine => ({
  ContactId: `new-${index}`,
  InstanceId: INSTANCE,
  ContactType: "Inbound",
  ContactDisposition: NEW_VALUE,
  StartTime: END - 3_600_000 + index,
  CallingNumber: `1990000010${index}`,
}));

/** The server on calls that can be asked about directly. */
export const test = base.extend<object, { calls: CallDatabase }>({
  calls: [
    async ({}, use) => {
      const database = await createCallDatabase({ lines: CALLS, seed: 5 }, newCalls);
      await use(database);
      await database.remove();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ calls }, use) => {
      const server = await startServer({ EMBEDDED_DATABASE: calls.file });
      await use(server);
      expect(await server.stop(), server.output()).toBe(0);
    },
    { scope: "worker" },
  ],
});

/** The address of those calls. */
export const address = ({ range, criteria }: Pick<CountedCalls, "range" | "criteria">) =>
  `/${viewSearch({ ...DEFAULT_VIEW, instance: INSTANCE, time: range, criteria })}`;
export const ALL_CALLS = address({ range: ALL, criteria: {} });
