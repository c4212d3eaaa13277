import { expect, test } from "vitest";
import { openScriptedBff } from "#bff/scripted-bff.kit.ts";
import { ok } from "#bff/upstream/scripted-upstream.kit.ts";

const PUBLIC = { PUBLIC_URL: "https://calls.example.com" };
const HOST = { host: "calls.example.com" };

/** One of each kind: what is shown, what is refused at each door, what is not there. */
const REQUESTS = [
  { url: "/api/session" },
  { url: "/api/records?instance=ccc-test" },
  { url: "/api/records?nonsense=1" },
  { url: "/api/records/none?instance=ccc-test" },
  { url: "/api/people?kind=agent&instance=ccc-test" },
  { url: "/api/team-views" },
  {
    method: "POST",
    url: "/api/counts",
    payload: { asks: [{ of: "total", view: "instance=ccc-test" }] },
  },
  { method: "POST", url: "/api/counts", payload: "{" },
  { method: "DELETE", url: "/api/session" },
  { url: "/api/nothing" },
  { url: "/api" },
  { url: "/api/session", headers: { "sec-fetch-site": "cross-site" } },
  { url: "/api/session", headers: { host: "evil.example.com" } },
  { url: "/api/%zz" },
  { url: `/api/records/${"x".repeat(2_000)}` },
] as const;

test.each(REQUESTS)("$method $url $headers has the headers of every reply", async (request) => {
  const { app } = await openScriptedBff([ok({ List: [], TotalCount: 0 })], PUBLIC);
  const reply = await app.inject({
    ...request,
    headers: { ...HOST, ...("headers" in request ? request.headers : {}) },
  });
  expect(reply.headers).toMatchObject({
    "cache-control": "no-store",
    "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": expect.stringContaining("camera=()"),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  });
  expect(reply.headers["content-security-policy"]).not.toMatch(
    /script-src[^;]*(unsafe|\*|data:|nonce)/,
  );
  for (const name of ["server", "x-powered-by", "access-control-allow-origin", "set-cookie"])
    expect(reply.headers).not.toHaveProperty(name);
  expect(reply.headers["content-type"]).toMatch(/; charset=utf-8$/);
  expect(reply.body).not.toMatch(/\.ts:\d|\bat .*\(|node_modules/);
});
