import { afterAll, beforeAll, expect, test } from "vitest";
import { FIRST, SECOND, withReaders, type TestReader } from "#bff/access/readers.kit.ts";
import { startSampleBff, type SampleBff } from "#bff/sample-bff.kit.ts";
import { teamViewsReplySchema } from "#contract/api/team-views.ts";

let server: SampleBff;
beforeAll(async () => {
  server = await startSampleBff({ sampleRecords: 10, sampleSeed: "team" });
});
afterAll(() => server.close());

const VIEWS = [
  { name: "whichever", view: "?range=last7d" },
  { name: "first", view: `?instance=${FIRST}` },
  { name: "second", view: `?instance=${SECOND}&disposition=NoAnswer` },
  { name: "nobody's", view: "?instance=ccc-nowhere" },
];

test("a reader is handed the team's views, but for those of instances they may not see", async () => {
  const { ask } = await withReaders(server, {}, { teamViews: { list: async () => VIEWS } });
  const names = async (reader: TestReader) => {
    const { body } = await ask(reader, "/api/team-views");
    return teamViewsReplySchema.parse(JSON.parse(body)).views.map(({ name }) => name);
  };
  expect(await names({ roles: ["manager"] })).toEqual(["whichever", "first", "second"]);
  expect(await names({ roles: ["one"] })).toEqual(["whichever", "second"]);
  expect((await ask({ roles: ["manager"] }, "/api/team-views?a=1")).statusCode).toBe(400);
});

test("without a file there are none", async () => {
  expect(await server.get("/api/team-views", teamViewsReplySchema)).toEqual({ views: [] });
});
