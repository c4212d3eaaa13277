import { expect, test } from "vitest";
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

/** Another browser with the same session: a copy, or a request that is late. */
async function copyOf(team: Team, visitor: Visitor, ...replicas: readonly Replica[]) {
  const copy = team.visitor(...replicas);
  await copy.ask(PUBLIC_URL);
  setSessionCookie(copy, sessionCookie(visitor) ?? "");
  return copy;
}

test("a session goes on by the provider's word, which it asks for every ten minutes", async () => {
  const moveTime = standTime();
  const team = await openTeam();
  const visitor = team.visitor();
  await signIn(visitor);
  const first = team.provider.asked("/token");
  for (let minutes = 0; minutes < 40; minutes += 1) {
    expect(await apiStatus(visitor)).toBe(200);
    moveTime(MINUTE);
  }
  // Two minutes before the end of each ten.
  expect(team.provider.asked("/token") - first).toBe(4);
});

test("a reader who comes back is let in once the provider has said so", async () => {
  const moveTime = standTime();
  const team = await openTeam();
  const visitor = team.visitor();
  await signIn(visitor);
  moveTime(50 * MINUTE);
  expect(await apiStatus(visitor)).toBe(200);
  expect(team.provider.asked("/token")).toBe(2);
});

test("requests that come together are renewed once, and late ones with the cookie of before as well", async () => {
  const moveTime = standTime();
  const team = await openTeam();
  const visitor = team.visitor();
  await signIn(visitor);
  const late = await copyOf(team, visitor);
  moveTime(9 * MINUTE);
  const statuses = await Promise.all(Array.from({ length: 20 }, () => apiStatus(visitor)));
  expect(statuses).toEqual(statuses.map(() => 200));
  expect(team.provider.asked("/token")).toBe(2);
  moveTime(5 * MINUTE);
  expect(await apiStatus(late)).toBe(200);
  expect(team.provider.asked("/token")).toBe(2);
  moveTime(5 * MINUTE);
  for (const one of [visitor, late]) expect(await apiStatus(one)).toBe(200);
  expect(team.provider.asked("/token")).toBe(3);
});

test("two replicas serve one session in turns, through its renewals", async () => {
  const moveTime = standTime();
  const team = await openTeam();
  const other = await team.another();
  const visitor = team.visitor(team.replica, other);
  await signIn(visitor);
  for (let minutes = 0; minutes < 30; minutes += 1) {
    expect(await apiStatus(visitor), `after ${minutes} minutes`).toBe(200);
    moveTime(MINUTE);
  }
});

test("a cookie that another replica has renewed meanwhile is good until its own end", async () => {
  const moveTime = standTime();
  const team = await openTeam();
  const other = await team.another();
  const visitor = team.visitor(team.replica);
  await signIn(visitor);
  const late = await copyOf(team, visitor, other);
  moveTime(9 * MINUTE);
  expect(await apiStatus(visitor)).toBe(200);
  // This provider refuses the token that is used up.
  expect(await apiStatus(late)).toBe(200);
  expect(sessionCookie(late)).toBeDefined();
  moveTime(MINUTE);
  expect(await apiStatus(late)).toBe(401);
  expect(sessionCookie(late)).toBeUndefined();
});

test("what the provider has ended ends here with the ten minutes, and its cookie is cleared", async () => {
  const moveTime = standTime();
  const team = await openTeam();
  const visitor = team.visitor();
  await signIn(visitor);
  await team.provider.revokeAll("wang");
  moveTime(9 * MINUTE);
  expect(await apiStatus(visitor)).toBe(200);
  expect(await apiStatus(visitor)).toBe(200);
  moveTime(MINUTE);
  const reply = await visitor.ask(`${PUBLIC_URL}/api/session`);
  expect(reply.status).toBe(401);
  expect(JSON.parse(reply.body)).toMatchObject({ code: "sign_in_required" });
  expect(reply.setCookies).toEqual([expect.stringMatching(/^__Host-callscope=; .*Max-Age=0/)]);
  // It was asked once, and not by each request.
  expect(team.provider.asked("/token")).toBe(2);
});

test("while the provider cannot be reached a session goes on until its ten minutes are over", async () => {
  const moveTime = standTime();
  const team = await openTeam();
  const visitor = team.visitor();
  await signIn(visitor);
  await team.provider.down();
  moveTime(9 * MINUTE);
  expect(await apiStatus(visitor)).toBe(200);
  moveTime(MINUTE);
  expect(await apiStatus(visitor)).toBe(401);
  // It may be back within the session's own ends.
  expect(sessionCookie(visitor)).toBeDefined();
  await team.provider.up();
  moveTime(MINUTE);
  expect(await apiStatus(visitor)).toBe(200);
});

test("a provider in trouble of its own ends nothing", async () => {
  const moveTime = standTime();
  const team = await openTeam();
  const visitor = team.visitor();
  await signIn(visitor);
  team.provider.corrupt(() => ({ nonsense: true }));
  moveTime(9 * MINUTE);
  expect(await apiStatus(visitor)).toBe(200);
});

test("a provider that renews without an id token is asked what the reader may by now", async () => {
  const moveTime = standTime();
  const team = await openTeam();
  const visitor = team.visitor();
  await signIn(visitor);
  const asked = team.provider.asked("/me");
  team.provider.corrupt(({ id_token: _none, ...tokens }) => tokens);
  moveTime(9 * MINUTE);
  expect(await apiStatus(visitor)).toBe(200);
  expect(team.provider.asked("/me")).toBe(asked + 1);
});

test("a session that is renewed for somebody else is ended", async () => {
  const moveTime = standTime();
  const team = await openTeam();
  const [visitor, other] = [team.visitor(), team.visitor()];
  let stolen: Record<string, unknown> = {};
  team.provider.corrupt((tokens) => (stolen = tokens));
  await signIn(other, "li");
  team.provider.corrupt(undefined);
  await signIn(visitor, "wang");
  team.provider.corrupt(() => stolen);
  moveTime(10 * MINUTE);
  expect(await apiStatus(visitor)).toBe(401);
  expect(team.log()).toContain("renewed for somebody else");
});

test("without a refresh token a session ends after ten minutes", async () => {
  const moveTime = standTime();
  const team = await openTeam({ provider: { refreshTokens: false } });
  const visitor = team.visitor();
  await signIn(visitor);
  moveTime(9 * MINUTE);
  expect(await apiStatus(visitor)).toBe(200);
  moveTime(MINUTE);
  expect(await apiStatus(visitor)).toBe(401);
  expect(team.provider.asked("/token")).toBe(1);
});
