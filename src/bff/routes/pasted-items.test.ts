import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startSampleBff, type SampleBff } from "#bff/sample-bff.kit.ts";
import { recordsReplySchema } from "#contract/api/records.ts";
import { readPastedList } from "#contract/filter/pasted-list.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { matching } from "./counts-oracle.kit.ts";

let server: SampleBff;
let all: readonly CallRecord[];
const range = { from: 0, to: Date.now() };
beforeAll(async () => {
  server = await startSampleBff({ sampleRecords: 1_500, sampleSeed: "pasted" });
  const pages: CallRecord[] = [];
  for (let page = 1; page <= 15; page += 1) pages.push(...(await ask({ page })).records);
  all = pages;
}, 60_000);
afterAll(() => server.close());

async function ask(more: Record<string, string | number>) {
  const payload = { ...range, instance: "ccc-sample", ...more };
  const reply = await server.app.inject({ method: "POST", url: "/api/records", payload });
  expect(reply.statusCode, reply.body).toBe(200);
  return recordsReplySchema.parse(reply.json());
}

test("each item of a pasted list has the calls that going through all of them finds", async () => {
  const place = fc.nat({ max: 10_000 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(place, fc.nat({ max: 3 })), { maxLength: 8 }),
      async (picks) => {
        const texts = picks.map(([at, kind]) => {
          const {
            contactId = "",
            callingNumber = "",
            calledNumber = "",
          } = all[at % all.length] ?? {};
          return [contactId, callingNumber, calledNumber, `job-000${at}`][kind] ?? "";
        });
        for (const { filter, value } of readPastedList(texts.join("\n")).items) {
          const { total } = await ask(
            filter === "contactId" ? { contact: value } : { phone: value },
          );
          expect(total).toBe(matching(all, range, { [filter]: value }).length);
        }
      },
    ),
    { numRuns: 20 },
  );
});
