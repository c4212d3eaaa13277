import { expect, test } from "vitest";
import { testRecordStore } from "#upstream/store/record-store.kit.ts";
import { startTestUpstream } from "#upstream/upstream.kit.ts";
import { createTestDatabase } from "./database/database.kit.ts";
import { createDuckDbStore } from "./duckdb-store.ts";
import { openEmbeddedDatabase } from "./open-database.ts";

testRecordStore(async (records, instanceIds) =>
  createDuckDbStore(await createTestDatabase(records, instanceIds)),
);

test("the sample's agents have their extensions", async () => {
  const request = { sampleRecords: 10, timeZone: "Asia/Shanghai" };
  const store = createDuckDbStore(await openEmbeddedDatabase(request));
  const upstream = await startTestUpstream({ store });
  const { body } = await upstream.call(
    { InstanceId: "ccc-sample-2", PageNumber: "1", PageSize: "100" },
    "ListUsers",
  );
  expect(body.Data.TotalCount).toBe(48);
  expect(body.Data.List[0]).toEqual({
    UserId: expect.stringMatching(/^[a-z]+\d*@ccc-sample-2$/),
    LoginName: expect.stringMatching(/^[a-z]+\d*$/),
    DisplayName: expect.stringMatching(/^\p{Script=Han}{2,3}$/u),
    Extension: expect.stringMatching(/^80\d\d$/),
  });
  await upstream.close();
  await store.close();
});
