import { afterEach, expect, test, vi } from "vitest";
import type { CallSet } from "#contract/view/call-set.ts";
import { ApiError } from "./api-error.ts";
import { countsQuery } from "./counts-query.ts";
import { stubBrowser } from "./fetched.kit.ts";
import { peopleQuery } from "./people-query.ts";
import { createQueryClient } from "./query-client.ts";

afterEach(() => vi.unstubAllGlobals());

const calls: CallSet = { instance: "ccc-test", range: { from: 0, to: 9 }, criteria: {}, asOf: 9 };

/** What goes wrong with a reply of JSON, and with one that comes in lines. */
async function failures(reply: () => Response): Promise<unknown[]> {
  stubBrowser(reply);
  const client = createQueryClient();
  const outcomes = await Promise.allSettled([
    client.fetchQuery(peopleQuery({ instance: "ccc-test", kind: "agent", q: "" })),
    client.fetchQuery(countsQuery(calls, { of: "total" })),
  ]);
  return outcomes.map((outcome) => (outcome.status === "rejected" ? outcome.reason : undefined));
}

test("a problem is the same error whichever way it comes", async () => {
  const problem = {
    type: "about:blank",
    title: "Throttled",
    status: 503,
    code: "upstream_throttled",
    requestId: "r-1",
  };
  for (const error of await failures(() => Response.json(problem, { status: 503 }))) {
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: "upstream_throttled", problem: { requestId: "r-1" } });
  }
});

test("a failure that tells no problem is a bad reply with its status", async () => {
  const bad = { code: "bad_reply", problem: { status: 500 } };
  const html = () => new Response("<h1>Internal error</h1>", { status: 500 });
  const other = () => Response.json({ message: "no" }, { status: 500 });
  expect(await failures(html)).toMatchObject([bad, bad]);
  expect(await failures(other)).toMatchObject([bad, bad]);
});

test.each([502, 503, 504])(
  "a proxy's own %i means that the server is not reached",
  async (status) => {
    const gone = { code: "network", problem: { status } };
    const html = () => new Response("<h1>Bad gateway</h1>", { status });
    const other = () => Response.json({ message: "no" }, { status });
    expect(await failures(html)).toMatchObject([gone, gone]);
    expect(await failures(other)).toMatchObject([gone, gone]);
  },
);
