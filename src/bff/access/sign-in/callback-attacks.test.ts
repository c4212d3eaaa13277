import { exportJWK, generateKeyPair, importJWK, SignJWT, decodeJwt, type JWTPayload } from "jose";
import { beforeEach, expect, test } from "vitest";
import { providerKey } from "./provider.kit.ts";
import {
  apiStatus,
  openTeam,
  PUBLIC_URL,
  sessionCookie,
  signIn,
  type Team,
} from "./sign-in.kit.ts";
import type { Visitor } from "./visitor.kit.ts";

const isCallback = (url: string) => url.startsWith(`${PUBLIC_URL}/auth/callback`);

let team: Team;
beforeEach(async () => {
  team = await openTeam();
});

/** A callback of a login that went well, not yet asked. */
async function callbackOf(visitor: Visitor): Promise<URL> {
  await signIn(visitor);
  const { location = "" } = await visitor.visit(`${PUBLIC_URL}/auth/login`, isCallback);
  visitor.cookies.get(new URL(PUBLIC_URL).host)?.delete("__Host-callscope");
  return new URL(location);
}

async function expectRefused(visitor: Visitor, callback: URL, reason: string): Promise<void> {
  const { status, location, setCookies } = await visitor.ask(callback.href);
  expect(status).toBe(303);
  expect(location).toContain(`/auth/sign-in?reason=${reason}&`);
  expect(setCookies.filter((text) => text.startsWith("__Host-callscope="))).toEqual([]);
  expect(sessionCookie(visitor)).toBeUndefined();
  expect(await apiStatus(visitor)).toBe(401);
}

test.each<[string, (query: URLSearchParams) => void, string]>([
  ["another state", (query) => query.set("state", "x".repeat(43)), "unknown"],
  ["two states", (query) => query.append("state", "x".repeat(43)), "unknown"],
  ["no state", (query) => query.delete("state"), "unknown"],
  ["no issuer", (query) => query.delete("iss"), "untrusted"],
  ["an empty issuer", (query) => query.set("iss", ""), "untrusted"],
  ["another issuer", (query) => query.set("iss", "https://evil.example.com"), "untrusted"],
  ["two issuers", (query) => query.append("iss", "https://evil.example.com"), "untrusted"],
  ["another code", (query) => query.set("code", "x".repeat(43)), "unknown"],
  ["no code", (query) => query.delete("code"), "untrusted"],
  ["two codes", (query) => query.append("code", "x"), "untrusted"],
  ["a token", (query) => query.set("id_token", "x.y.z"), "untrusted"],
])("a callback with %s signs nobody in", async (_, change, reason) => {
  const visitor = team.visitor();
  const callback = await callbackOf(visitor);
  change(callback.searchParams);
  await expectRefused(visitor, callback, reason);
});

test("a callback of one browser signs nobody in to another", async () => {
  const callback = await callbackOf(team.visitor());
  await expectRefused(team.visitor(), callback, "unknown");
});

test("a callback with the cookie of another login in place of its own signs nobody in", async () => {
  const visitor = team.visitor();
  const callback = await callbackOf(visitor);
  const jar = visitor.cookies.get(new URL(PUBLIC_URL).host);
  const before = new Set(jar?.keys());
  await visitor.visit(`${PUBLIC_URL}/auth/login`, isCallback);
  const [[, other = ""] = []] = [...(jar ?? [])].filter(([name]) => !before.has(name));
  for (const name of before) jar?.set(name, other);
  await expectRefused(visitor, callback, "untrusted");
});

test("a code with the verifier of another login is refused by the provider", async () => {
  const visitor = team.visitor();
  const callback = await callbackOf(visitor);
  const { location = "" } = await visitor.visit(`${PUBLIC_URL}/auth/login`, isCallback);
  const other = new URL(location);
  other.searchParams.set("code", callback.searchParams.get("code") ?? "");
  await expectRefused(visitor, other, "unknown");
});

async function signed(claims: JWTPayload, key = providerKey()): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "RS256", kid: "provider" })
    .sign(await importJWK(await key));
}

async function anotherKey() {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  return { ...(await exportJWK(privateKey)), alg: "RS256" };
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

const FORGED: readonly [string, (claims: JWTPayload) => Promise<string> | string, string][] = [
  ["of another nonce", (claims) => signed({ ...claims, nonce: "x" }), "untrusted"],
  ["without a nonce", (claims) => signed({ ...claims, nonce: undefined }), "untrusted"],
  [
    "of another issuer",
    (claims) => signed({ ...claims, iss: "https://evil.example.com" }),
    "untrusted",
  ],
  ["for another client", (claims) => signed({ ...claims, aud: "another" }), "untrusted"],
  ["signed by another key", (claims) => signed(claims, anotherKey()), "untrusted"],
  ["that is not signed", (claims) => `${part({ alg: "none" })}.${part(claims)}.`, "untrusted"],
  ["signed by nobody", (claims) => `${part({ alg: "RS256" })}.${part(claims)}.AAAA`, "untrusted"],
  ["that is over", (claims) => signed({ ...claims, exp: (claims.iat ?? 0) - 300 }), "clock"],
  ["of five minutes ago", (claims) => signed({ ...claims, iat: (claims.iat ?? 0) - 300 }), "clock"],
  ["of in five minutes", (claims) => signed({ ...claims, iat: (claims.iat ?? 0) + 300 }), "clock"],
  ["that is none", () => "nonsense", "untrusted"],
];

test.each(FORGED)("an id token %s signs nobody in", async (_, forge, reason) => {
  const visitor = team.visitor();
  const callback = await callbackOf(visitor);
  team.provider.corrupt(async (tokens) => ({
    ...tokens,
    id_token: await forge(decodeJwt(String(tokens["id_token"]))),
  }));
  await expectRefused(visitor, callback, reason);
});

test("the same token, forged by nobody, does", async () => {
  const visitor = team.visitor();
  const callback = await callbackOf(visitor);
  team.provider.corrupt(async (tokens) => ({
    ...tokens,
    id_token: await signed(decodeJwt(String(tokens["id_token"]))),
  }));
  expect((await visitor.ask(callback.href)).location).toBe(`${PUBLIC_URL}/`);
  expect(await apiStatus(visitor)).toBe(200);
});

test("a provider that gives tokens and refuses what they are for has known this server all the same", async () => {
  const visitor = team.visitor();
  const callback = await callbackOf(visitor);
  team.provider.corrupt(async (tokens) => {
    const { groups: _asked, agent_ids: _too, ...claims } = decodeJwt(String(tokens["id_token"]));
    return { ...tokens, id_token: await signed(claims), access_token: "of-nobody" };
  });
  await expectRefused(visitor, callback, "untrusted");
  expect(team.log()).not.toContain("OIDC_CLIENT_SECRET");
});

test("a clock of ours that is minutes off is told", async () => {
  const ahead = await openTeam({ now: () => Date.now() + 5 * 60_000 });
  expect((await signIn(ahead.visitor())).url).toContain("reason=clock");
  expect(ahead.log()).toContain("differ by minutes");
});
