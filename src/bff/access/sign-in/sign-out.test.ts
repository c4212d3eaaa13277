import { exportJWK, generateKeyPair, importJWK, SignJWT } from "jose";
import { expect, test } from "vitest";
import { signedOutSchema } from "#contract/api/sign-out.ts";
import { providerKey } from "./provider.kit.ts";
import {
  apiStatus,
  openTeam,
  PUBLIC_URL,
  sessionCookie,
  setSessionCookie,
  signIn,
  standTime,
  type Replica,
  type Team,
} from "./sign-in.kit.ts";
import type { Visitor } from "./visitor.kit.ts";

const MINUTE = 60_000;
const OURS = { "sec-fetch-site": "same-origin", origin: PUBLIC_URL };

const signOut = (visitor: Visitor, headers: Readonly<Record<string, string>> = OURS) =>
  visitor.ask(`${PUBLIC_URL}/auth/logout`, { method: "POST", headers });

async function copyOf(team: Team, visitor: Visitor, ...replicas: readonly Replica[]) {
  const copy = team.visitor(...replicas);
  await copy.ask(PUBLIC_URL);
  setSessionCookie(copy, sessionCookie(visitor) ?? "");
  return copy;
}

test("signing out ends the session here and at the provider, and leads to a page that says so", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  await signIn(visitor);
  const copy = await copyOf(team, visitor);
  const reply = await signOut(visitor);
  expect(reply.status).toBe(200);
  expect(reply.headers).toMatchObject({
    "clear-site-data": '"cache"',
    "cache-control": "no-store",
  });
  expect([...(visitor.cookies.get("calls.example.com")?.keys() ?? [])]).toEqual([]);
  expect(team.provider.asked("/token/revocation")).toBe(1);
  for (const one of [visitor, copy]) expect(await apiStatus(one)).toBe(401);

  const { leadsTo } = signedOutSchema.parse(JSON.parse(reply.body));
  const address = new URL(leadsTo);
  expect(address.origin).toBe(team.provider.issuer);
  expect(address.searchParams.get("post_logout_redirect_uri")).toBe(
    `${PUBLIC_URL}/auth/signed-out`,
  );
  expect(address.searchParams.get("id_token_hint")).toMatch(/^e/);
  const form = await visitor.visit(leadsTo);
  const [, xsrf = ""] = /name="xsrf" value="(\w+)"/.exec(form.body) ?? [];
  const confirm = { ...form, url: `${team.provider.issuer}/session/end/confirm` };
  const page = await visitor.logIn(confirm, { xsrf, logout: "yes" });
  expect(page.url).toBe(`${PUBLIC_URL}/auth/signed-out`);
  expect(page.body).toContain("您已退出登录");
  // The provider asks who it is again.
  expect((await visitor.visit(`${PUBLIC_URL}/`)).url).toContain("/login/");
});

test("a copied cookie dies on other replicas with its ten minutes, for its token is revoked", async () => {
  const moveTime = standTime();
  const team = await openTeam();
  const other = await team.another();
  const visitor = team.visitor(team.replica);
  await signIn(visitor);
  const copy = await copyOf(team, visitor, other);
  await signOut(visitor);
  expect(await apiStatus(copy)).toBe(200);
  moveTime(10 * MINUTE);
  expect(await apiStatus(copy)).toBe(401);
});

test("a page of another site signs nobody out, and neither does a link", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  await signIn(visitor);
  for (const headers of [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://evil.example.com" },
    { origin: "null" },
  ])
    expect((await signOut(visitor, headers)).status).toBe(403);
  expect((await visitor.ask(`${PUBLIC_URL}/auth/logout`)).status).toBe(405);
  expect(await apiStatus(visitor)).toBe(200);
});

test("without a provider signing out still ends the session here", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  await signIn(visitor);
  const copy = await copyOf(team, visitor);
  await team.provider.down();
  expect((await signOut(visitor)).status).toBe(200);
  expect(await apiStatus(copy)).toBe(401);
});

test("who is not signed in is signed out already", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  const reply = await signOut(visitor);
  expect(JSON.parse(reply.body)).toEqual({ leadsTo: "/auth/signed-out" });
});

test("a session that the provider ends is over at once where it says so", async () => {
  const moveTime = standTime();
  const team = await openTeam();
  const [visitor, other] = [team.visitor(), team.visitor()];
  await signIn(visitor, "wang");
  await signIn(other, "li");
  await team.provider.logOut("wang");
  const reply = await visitor.ask(`${PUBLIC_URL}/api/session`);
  expect(reply.status).toBe(401);
  expect(sessionCookie(visitor)).toBeUndefined();
  expect(await apiStatus(other)).toBe(200);
  moveTime(MINUTE);
  expect(await apiStatus(other)).toBe(200);
});

const EVENT = "http://schemas.openid.net/event/backchannel-logout";

function send(team: Team, token: string, type = "application/x-www-form-urlencoded") {
  const body = new URLSearchParams({ logout_token: token }).toString();
  return team.visitor().ask(`${PUBLIC_URL}/auth/backchannel-logout`, {
    method: "POST",
    headers: { "content-type": type },
    body,
  });
}

async function logoutToken(
  team: Team,
  change: Readonly<Record<string, unknown>> = {},
  { key = providerKey(), typ = "logout+jwt" } = {},
): Promise<string> {
  const seconds = Math.floor(Date.now() / 1000);
  return new SignJWT({
    iss: team.provider.issuer,
    aud: "callscope",
    iat: seconds,
    exp: seconds + 120,
    jti: `token-${Math.random()}`,
    sub: "wang",
    events: { [EVENT]: {} },
    ...change,
  })
    .setProtectedHeader({ alg: "RS256", kid: "provider", typ })
    .sign(await importJWK(await key));
}

test("a logout token for somebody ends all of their sessions until then, and none that follows", async () => {
  const moveTime = standTime();
  const team = await openTeam();
  const visitor = team.visitor();
  await signIn(visitor);
  const token = await logoutToken(team);
  moveTime(1_000);
  expect((await send(team, token)).status).toBe(200);
  expect(await apiStatus(visitor)).toBe(401);
  moveTime(2 * MINUTE);
  await visitor.visit(`${PUBLIC_URL}/`);
  expect(await apiStatus(visitor)).toBe(200);
  // The same once more is somebody else's doing.
  expect((await send(team, token)).status).toBe(400);
  expect(await apiStatus(visitor)).toBe(200);
});

const hour = () => Math.floor(Date.now() / 1000) - 3_600;

test.each<[string, () => Readonly<Record<string, unknown>>]>([
  ["of another issuer", () => ({ iss: "https://evil.example.com" })],
  ["for another client", () => ({ aud: "another" })],
  ["without a client", () => ({ aud: undefined })],
  ["of an hour ago", () => ({ iat: hour(), exp: hour() + 9_000 })],
  ["of in an hour", () => ({ iat: hour() + 7_200 })],
  ["without a time", () => ({ iat: undefined })],
  ["that is over", () => ({ exp: hour() })],
  ["with a nonce", () => ({ nonce: "x" })],
  ["without an id", () => ({ jti: undefined })],
  ["without an event", () => ({ events: undefined })],
  ["of another event", () => ({ events: { "urn:another": {} } })],
  ["of an event that is no object", () => ({ events: { [EVENT]: true } })],
  ["of nobody", () => ({ sub: undefined })],
  ["of a list of people", () => ({ sub: ["wang"] })],
])("a logout token %s ends nothing", async (_, change) => {
  const team = await openTeam();
  const visitor = team.visitor();
  await signIn(visitor);
  expect((await send(team, await logoutToken(team, change()))).status).toBe(400);
  expect(await apiStatus(visitor)).toBe(200);
});

test("what is no logout token ends nothing", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  await signIn(visitor);
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const another = exportJWK(privateKey).then((key) => ({ ...key, alg: "RS256" }));
  expect((await send(team, await logoutToken(team, {}, { key: another }))).status).toBe(400);
  expect((await send(team, await logoutToken(team, {}, { typ: "at+jwt" }))).status).toBe(400);
  for (const token of ["", "x", "x.y.z", `${"x".repeat(10_000)}`])
    expect((await send(team, token)).status).toBe(400);
  expect((await send(team, "x".repeat(20_000))).status).toBe(413);
  expect((await send(team, "x", "text/plain")).status).toBe(415);
  expect((await send(team, "x", "application/json")).status).toBe(400);
  expect(await apiStatus(visitor)).toBe(200);
});

test("who signs in and out, and who fails to, is in the audit log", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  await visitor.ask(`${PUBLIC_URL}/auth/callback?code=stolen&state=unknown`);
  await signIn(visitor);
  await signOut(visitor);
  const seen = team.audited().filter(({ class_uid }) => class_uid === 3002);
  expect(seen).toMatchObject([
    { activity_id: 1, status_id: 2, status_code: "unknown", actor: { user: { type_id: 0 } } },
    { activity_id: 1, status_id: 1, actor: { user: { uid: "wang", name: "王芳" } } },
    { activity_id: 2, status_id: 1, actor: { user: { uid: "wang" } } },
  ]);
});

test("who cannot be noted in the audit log is not signed in", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  const form = await visitor.visit(`${PUBLIC_URL}/`);
  team.fillAuditLog();
  const refused = await visitor.logIn(form, { user: "wang" });
  expect(refused.status).toBe(503);
  expect(sessionCookie(visitor)).toBeUndefined();
});

test("a session whose end cannot be noted is over, here and at the provider", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  await signIn(visitor);
  const copied = sessionCookie(visitor) ?? "";
  team.fillAuditLog();
  const reply = await visitor.ask(`${PUBLIC_URL}/auth/logout`, { method: "POST" });
  expect(reply.status).toBe(503);
  expect(team.provider.asked("/token/revocation")).toBe(1);
  expect(sessionCookie(visitor)).toBeUndefined();
  setSessionCookie(visitor, copied);
  expect((await visitor.ask(`${PUBLIC_URL}/auth/done`)).location).toContain("/auth/sign-in");
});

test("a provider's logout that could not be noted may be sent once more, and is noted then", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  await signIn(visitor);
  const token = await logoutToken(team);
  team.fillAuditLog();
  expect((await send(team, token)).status).toBe(503);
  team.fillAuditLog(Infinity);
  expect(await apiStatus(visitor)).toBe(401);
  expect((await send(team, token)).status).toBe(200);
  expect((await send(team, token)).status).toBe(400);
  const left = team.audited().filter((event) => event.type_uid === 300_202);
  expect(left).toMatchObject([{ status_id: 1, actor: { user: { uid: "wang" } } }]);
});
