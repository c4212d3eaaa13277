import { request as send } from "undici";
import { expect, onTestFinished, test } from "vitest";
import { createMemorySink } from "#bff/access/audit/audit.kit.ts";
import { openScriptedBff } from "#bff/scripted-bff.kit.ts";
import { ok } from "#bff/upstream/scripted-upstream.kit.ts";
import { listen } from "#process/listen.ts";
import { clientAddress } from "./client-address.ts";

const RECORDS = "/api/records?instance=ccc-test";
type Headers = readonly (readonly [string, string])[];

/** What the audit log says of where a request came from, over real HTTP. */
async function openServer(environment: Readonly<Record<string, string>>) {
  const sink = createMemorySink();
  const { app } = await openScriptedBff([ok({ List: [], TotalCount: 0 })], environment, {
    auditSink: sink,
  });
  const origin = await listen(app, { host: "127.0.0.1", port: 0 });
  onTestFinished(() => app.close());
  const ask = async (headers: Headers) => {
    const reply = await send(origin + RECORDS, { headers: headers.flat() });
    await reply.body.dump();
    return { status: reply.statusCode, from: sink.events().at(-1)?.src_endpoint.ip };
  };
  return { ask, origin };
}

const CLIENT = "203.0.113.9";
const TRUSTED = { TRUSTED_PROXIES: "127.0.0.1, 10.0.0.0/8, fd00::/8" };

test("nobody's forwarded address is believed by default", async () => {
  const { ask } = await openServer({});
  await expect(ask([["x-forwarded-for", CLIENT]])).resolves.toMatchObject({ from: "127.0.0.1" });
});

test("nor is one of a proxy that is not trusted", async () => {
  const { ask } = await openServer({ TRUSTED_PROXIES: "10.0.0.0/8" });
  await expect(ask([["x-forwarded-for", CLIENT]])).resolves.toMatchObject({ from: "127.0.0.1" });
});

test.each<[string, Headers, string]>([
  ["that of a trusted proxy", [["x-forwarded-for", CLIENT]], CLIENT],
  ["IPv6", [["x-forwarded-for", "2001:db8::7"]], "2001:db8::7"],
  ["IPv4 in IPv6", [["x-forwarded-for", `::ffff:${CLIENT}`]], CLIENT],
  ["the last before trusted ones", [["x-forwarded-for", `8.8.8.8, ${CLIENT}, 10.1.2.3`]], CLIENT],
  ["through trusted IPv6", [["x-forwarded-for", `${CLIENT}, fd00::1`]], CLIENT],
  [
    "of several headers the last",
    [
      ["x-forwarded-for", "8.8.8.8"],
      ["X-Forwarded-For", CLIENT],
    ],
    CLIENT,
  ],
  ["no header at all", [], "127.0.0.1"],
  ["an empty one", [["x-forwarded-for", ""]], "127.0.0.1"],
  ["what is no address", [["x-forwarded-for", "unknown"]], "127.0.0.1"],
  [
    "what is no address, behind a trusted one",
    [["x-forwarded-for", "a\tb, 10.1.2.3"]],
    "127.0.0.1",
  ],
  ["a name", [["x-forwarded-for", "localhost"]], "127.0.0.1"],
  ["an address with a port", [["x-forwarded-for", `${CLIENT}:443`]], "127.0.0.1"],
  ["an underscore variant", [["x_forwarded_for", CLIENT]], "127.0.0.1"],
  [
    "an underscore variant beside it",
    [
      ["X_Forwarded_For", "8.8.8.8"],
      ["X-Forwarded-For", CLIENT],
    ],
    CLIENT,
  ],
  ["RFC 7239", [["forwarded", `for=${CLIENT};proto=https`]], "127.0.0.1"],
  ["another vendor's", [["x-real-ip", CLIENT]], "127.0.0.1"],
  ["yet another's", [["true-client-ip", CLIENT]], "127.0.0.1"],
])("behind a trusted proxy, %s", async (_name, headers, from) => {
  const { ask } = await openServer(TRUSTED);
  await expect(ask(headers)).resolves.toEqual({ status: 200, from });
});

const PUBLIC = { ...TRUSTED, PUBLIC_URL: "https://calls.example.com" };

test.each<[string, Headers, number]>([
  ["its public name", [["host", "calls.example.com"]], 200],
  [
    "another, whatever a proxy says that it was",
    [
      ["host", "evil.example.com"],
      ["x-forwarded-host", "calls.example.com"],
    ],
    421,
  ],
  [
    "its own, whatever a proxy says that it was",
    [
      ["host", "calls.example.com"],
      ["x-forwarded-host", "evil.example.com"],
      ["x-forwarded-proto", "http"],
      ["x-forwarded-port", "81"],
    ],
    200,
  ],
  [
    "its own, from a page of its own",
    [
      ["host", "calls.example.com"],
      ["origin", "https://calls.example.com"],
    ],
    200,
  ],
  [
    "its own, from a page that a proxy's header would make its own",
    [
      ["host", "calls.example.com"],
      ["origin", "https://evil.example.com"],
      ["x-forwarded-host", "evil.example.com"],
      ["x-forwarded-proto", "https"],
    ],
    403,
  ],
])("a server is asked by the name in Host alone: %s", async (_name, headers, status) => {
  const { ask } = await openServer(PUBLIC);
  await expect(ask(headers)).resolves.toMatchObject({ status });
});

test.each([
  ["https://calls.example.com", true],
  ["http://localhost:8080", false],
])("%s decides alone whether browsers are held to https", async (publicUrl, isHeld) => {
  const { origin } = await openServer({ ...TRUSTED, PUBLIC_URL: publicUrl });
  for (const proto of ["https", "http"]) {
    const headers = { "x-forwarded-proto": proto };
    const reply = await send(`${origin}/healthz`, { headers });
    await reply.body.dump();
    expect("strict-transport-security" in reply.headers).toBe(isHeld);
  }
});

test("an address has no zone and no second form", () => {
  const of = (ip: string, remoteAddress?: string) =>
    // Nothing else of a request is read.
    clientAddress({ ip, socket: { remoteAddress } } as Parameters<typeof clientAddress>[0]);
  expect(of("fe80::1%eth0")).toBe("fe80::1");
  expect(of("::ffff:192.0.2.1")).toBe("192.0.2.1");
  expect(of("nonsense", "::ffff:192.0.2.1")).toBe("192.0.2.1");
  expect(of("")).toBe("");
});
