import fc from "fast-check";
import { expect, test } from "vitest";
import { openScriptedBff } from "#bff/scripted-bff.kit.ts";
import { ok } from "#bff/upstream/scripted-upstream.kit.ts";
import { problemSchema } from "#contract/api/errors.ts";
import { networkOf } from "./network-of.ts";
import { USUAL_LIMITS } from "./request-limits.ts";

const EMPTY = [ok({ List: [], TotalCount: 0 })];
const LIMITS = { address: 3, reader: 3, signIn: 2 };

async function openServer() {
  const { app } = await openScriptedBff(
    EMPTY,
    { TRUSTED_PROXIES: "127.0.0.1" },
    { limits: LIMITS },
  );
  return (url: string, address: string) =>
    app.inject({ url, headers: { "x-forwarded-for": address } });
}

test("an address that asks for too much is told when to come again, and others go on", async () => {
  const ask = await openServer();
  for (let time = 0; time < 3; time += 1)
    expect((await ask("/api/session", "203.0.113.1")).statusCode).toBe(200);
  const refused = await ask("/api/records?instance=ccc-test", "203.0.113.1");
  expect(refused.statusCode).toBe(429);
  const seconds = Number(refused.headers["retry-after"]);
  expect(seconds).toBeGreaterThanOrEqual(1);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(refused.headers["cache-control"]).toBe("no-store");
  const problem = problemSchema.parse(refused.json());
  expect(problem).toMatchObject({ code: "too_many_requests", retryAfterSeconds: seconds });
  expect((await ask("/api/session", "203.0.113.2")).statusCode).toBe(200);
});

test("however an address is written, it is one", async () => {
  const ask = await openServer();
  for (const url of ["/api/session", "/%61pi/session", "/api/nothing"])
    await ask(url, "203.0.113.1");
  expect((await ask("/api/session?", "::ffff:203.0.113.1")).statusCode).toBe(429);
});

test("addresses of one IPv6 network count together", async () => {
  const ask = await openServer();
  for (let host = 1; host <= 3; host += 1) await ask("/api/session", `2001:db8:1:2::${host}`);
  expect((await ask("/api/session", "2001:db8:1:2:ffff:1:2:3")).statusCode).toBe(429);
  expect((await ask("/api/session", "2001:db8:1:3::1")).statusCode).toBe(200);
});

test("signing in has a limit of its own, whatever becomes of it", async () => {
  const ask = await openServer();
  for (let time = 0; time < 2; time += 1)
    expect((await ask("/auth/login", "203.0.113.1")).statusCode).not.toBe(429);
  expect((await ask("/auth/callback?code=1", "203.0.113.1")).statusCode).toBe(429);
  expect((await ask("/api/session", "203.0.113.1")).statusCode).toBe(200);
});

test("the ways out stay open to an address that has signed in too often", async () => {
  const { app } = await openScriptedBff(EMPTY, {}, { limits: LIMITS });
  for (let time = 0; time < 3; time += 1) await app.inject("/auth/login");
  expect((await app.inject("/auth/login")).statusCode).toBe(429);
  const leave = async (url: string) => (await app.inject({ method: "POST", url })).statusCode;
  expect(await leave("/auth/logout")).not.toBe(429);
  expect(await leave("/auth/backchannel-logout")).not.toBe(429);
  expect(await leave("/auth/logout")).not.toBe(429);
  expect(await leave("/auth/logout")).toBe(429);
});

test.each(["image", "iframe", "empty"])(
  "a page of another site uses up nobody's sign-ins: %s",
  async (destination) => {
    const { app } = await openScriptedBff(EMPTY, {}, { limits: LIMITS });
    const headers = { "sec-fetch-site": "cross-site", "sec-fetch-dest": destination };
    for (const url of ["/auth/sign-in", "/auth/login", "/auth/callback", "/auth/sign-in"])
      expect((await app.inject({ url, headers })).statusCode).toBe(403);
    // What comes back from the provider is from another site, too, and a page.
    const page = { ...headers, "sec-fetch-dest": "document" };
    const visit = await app.inject({ url: "/auth/callback", headers: page });
    expect([403, 429]).not.toContain(visit.statusCode);
  },
);

test("health and files have none", async () => {
  const ask = await openServer();
  for (let time = 0; time < 10; time += 1)
    expect((await ask("/healthz", "203.0.113.1")).statusCode).toBe(200);
});

test("whoever comes from more addresses than are counted takes no more memory", async () => {
  const ask = await openServer();
  const addressOf = (index: number) => `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`;
  const first = addressOf(0);
  for (let time = 0; time < 4; time += 1) await ask("/api/nothing", first);
  expect((await ask("/api/nothing", first)).statusCode).toBe(429);
  for (let index = 1; index <= 10_000; index += 1) await ask("/api/nothing", addressOf(index));
  // It has been forgotten.
  expect((await ask("/api/nothing", first)).statusCode).toBe(404);
});

test("by default nobody on the loopback without sign-in has a limit, and whoever signs in has one", async () => {
  const open = await openScriptedBff(EMPTY);
  const signedIn = await openScriptedBff(EMPTY, {}, { identify: async () => undefined });
  const statuses = async ({ app }: typeof open) => {
    const seen = new Set<number>();
    for (let time = 0; time <= USUAL_LIMITS.signIn; time += 1)
      seen.add((await app.inject("/auth/login")).statusCode);
    return seen;
  };
  expect(await statuses(open)).not.toContain(429);
  expect(await statuses(signedIn)).toContain(429);
});

test("a dashboard of twenty tabs that refresh every five seconds is far from its limit", () => {
  const requestsOfATab = 3;
  expect(20 * 12 * requestsOfATab).toBeLessThan(USUAL_LIMITS.reader / 2);
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::1", "0:0:0:0::/64"],
  ["2001:DB8::1", "2001:db8:0:0::/64"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["1::3:4:5:6:7:8", "1:0:3:4::/64"],
  ["64:ff9b::192.0.2.1", "64:ff9b:0:0::/64"],
  ["", ""],
])("of %s the network is %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test("however many zeros are left out, the network is the same", () => {
  fc.assert(
    fc.property(fc.ipV6(), fc.constantFrom("toUpperCase", "toLowerCase"), (address, how) => {
      const network = networkOf(address);
      expect(network).toMatch(/^([\da-f]{1,4}:){4}:\/64$/);
      expect(networkOf(address[how]())).toBe(network);
    }),
  );
});
