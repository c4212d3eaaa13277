import type { ServerResponse } from "node:http";
import { expect, test, vi } from "vitest";
import { openScriptedBff } from "#bff/scripted-bff.kit.ts";
import { ok, type Answer } from "#bff/upstream/scripted-upstream.kit.ts";
import type { Ask } from "#contract/api/asks.ts";

const PAGES = 5;
const TOTAL = PAGES * 100;

/** A page of a set of calls: there are as many as the upstream says. */
const pageOf = (page: number) =>
  Array.from({ length: 100 }, (_unused, index) => ({
    ContactId: `job-${page}-${index}`,
    StartTime: 1,
    ContactDisposition: "Success",
  }));

test("what is read to be counted is bounded with the requests that it is read for", async () => {
  const waiting: { readonly caller: string; answer(): void }[] = [];
  const answer: Answer = (request, response: ServerResponse) => {
    const { searchParams } = new URL(request.url ?? "", "http://upstream");
    const page = Number(searchParams.get("PageNumber"));
    if (searchParams.get("PageSize") === "1")
      return ok({ TotalCount: TOTAL, List: [] })(request, response);
    waiting.push({
      caller: searchParams.get("CallingNumber") ?? "",
      answer: () => ok({ TotalCount: TOTAL, List: pageOf(page) })(request, response),
    });
  };
  // Of eight megabytes readings have four, and five pages are thought to weigh one and a half.
  const { counts } = await openScriptedBff([answer], {
    REQUEST_MEGABYTES: "8",
    CCC_INSTANCE_IDS: "ccc-test",
    UPSTREAM_CONCURRENCY: "256",
  });
  const asks = Array.from({ length: 5 }, (_unused, index): Ask => {
    const view = `?from=0&to=1000&caller=1380000000${index}`;
    return { of: "facet", view, facet: "contactDisposition" };
  });
  const lines = counts(asks);
  const read: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const sets = round < 2 ? 2 : 1;
    await vi.waitFor(() => expect(waiting).toHaveLength(sets * PAGES), { timeout: 10_000 });
    read.push(new Set(waiting.map(({ caller }) => caller)).size);
    for (const one of waiting.splice(0)) one.answer();
  }
  expect(read).toEqual([2, 2, 1]);
  const ends = (await lines).filter((line) => "end" in line);
  expect(ends).toHaveLength(5);
  for (const end of ends) expect(end).toMatchObject({ plan: "pages", total: TOTAL });
});
