import fc from "fast-check";
import { expect, test } from "vitest";
import { UNATTENDED_HEADER } from "#contract/api/tab.ts";
import { createSealer } from "./sealer.ts";
import {
  apiStatus,
  openTeam,
  PUBLIC_URL,
  sessionCookie,
  setSessionCookie,
  signIn,
  standTime,
  TEST_SECRET,
} from "./sign-in.kit.ts";

const MINUTE = 60_000;
const NEWER = "the-newer-secret-of-32-characters!";

test("a session that is no more as it was sealed is none", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  await signIn(visitor);
  const good = sessionCookie(visitor) ?? "";
  const [header, , nonce, text = "", tag] = good.split(".");
  const flip = (part: string, at: number) =>
    part.slice(0, at) + (part[at] === "A" ? "B" : "A") + part.slice(at + 1);
  const plain = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const kid = JSON.parse(Buffer.from(header ?? "", "base64url").toString()) as { kid: string };
  const bad = [
    [header, "", nonce, flip(text, 10), tag],
    [header, "", nonce, text, flip(tag ?? "", 3)],
    [header, "", flip(nonce ?? "", 3), text, tag],
    [plain({ ...kid, kid: "x" }), "", nonce, text, tag],
    [plain({ alg: "dir", enc: "A256GCM" }), "", nonce, text, tag],
    [plain({ ...kid, alg: "none" }), "", nonce, text, tag],
    [plain({ ...kid, zip: "DEF" }), "", nonce, text, tag],
    [header, "AAAA", nonce, text, tag],
    [header, "", nonce, text],
    [plain({ alg: "none" }), plain({ sub: "wang", exp: 9e9 }), ""],
    [good, good],
  ];
  for (const parts of bad) {
    setSessionCookie(visitor, parts.join("."));
    expect(await apiStatus(visitor), parts.join(".").slice(0, 60)).toBe(401);
  }
  setSessionCookie(visitor, good);
  expect(await apiStatus(visitor)).toBe(200);
  // Given twice, it is not told apart: another host's cookie may be one of them.
  setSessionCookie(visitor, `${good}; __Host-callscope=${good}`);
  expect(await apiStatus(visitor)).toBe(401);
});

test("a session of another secret, purpose, provider, client or shape is none", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  await signIn(visitor);
  const ours = {
    secrets: [TEST_SECRET],
    purpose: "session",
    issuer: team.provider.issuer,
    audience: "callscope",
    now: Date.now,
  } as const;
  const at = Date.now();
  const content = { jti: "1", sub: "wang", c: { groups: ["supervisors"] }, s: at, w: at, u: at };
  const status = async (deps: Partial<Parameters<typeof createSealer>[0]>, sealed: object) => {
    const sealer = createSealer({ ...ours, ...deps });
    setSessionCookie(visitor, await sealer.seal({ ...sealed }, at + MINUTE));
    return apiStatus(visitor);
  };
  expect(await status({}, content)).toBe(200);
  expect(await status({ secrets: [NEWER] }, content)).toBe(401);
  expect(await status({ purpose: "login" }, content)).toBe(401);
  expect(await status({ issuer: "https://evil.example.com" }, content)).toBe(401);
  expect(await status({ audience: "another" }, content)).toBe(401);
  expect(await status({}, { ...content, c: "all" })).toBe(401);
  expect(await status({}, { ...content, w: "soon" })).toBe(401);
  expect(await status({}, { ...content, sub: undefined })).toBe(401);
});

test("whatever the cookies are, nothing fails, and nobody is let in", async () => {
  const team = await openTeam();
  const names = ["__Host-callscope", "__Host-callscope-login-x", "__Host-callscope-login", "a", ""];
  const visible = fc.string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    maxLength: 200,
  });
  const header = fc.constantFrom({ alg: "dir", enc: "A256GCM", kid: "x" }, { alg: "none" }, {});
  const token = fc
    .tuple(header, fc.array(fc.base64String({ maxLength: 40 }), { maxLength: 5 }))
    .map(([head, parts]) =>
      [Buffer.from(JSON.stringify(head)).toString("base64url"), ...parts].join("."),
    );
  const cookies = fc.array(fc.tuple(fc.constantFrom(...names), fc.oneof(visible, token)), {
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(
      cookies,
      fc.constantFrom("/api/session", "/", "/auth/callback?state=x", "/auth/login", "/auth/done"),
      async (pairs, url) => {
        const cookie = pairs.map(([name, value]) => `${name}=${value}`).join("; ");
        const headers = { host: "calls.example.com", cookie, "sec-fetch-dest": "document" };
        const reply = await team.replica.app.inject({ url, headers });
        expect([303, 401]).toContain(reply.statusCode);
        expect(String(reply.headers["set-cookie"])).not.toContain("__Host-callscope=e");
      },
    ),
    { numRuns: 1_000 },
  );
});

test("a restart signs nobody out, and another replica serves the same session", async () => {
  const team = await openTeam();
  const other = await team.another();
  const visitor = team.visitor(team.replica, other);
  await signIn(visitor);
  expect(await apiStatus(visitor)).toBe(200);
  expect(await apiStatus(visitor)).toBe(200);
  await team.replica.app.close();
  const restarted = await team.another();
  const after = team.visitor(restarted);
  await after.ask(PUBLIC_URL);
  setSessionCookie(after, sessionCookie(visitor) ?? "");
  expect(await apiStatus(after)).toBe(200);
});

test("a new secret in front seals, and the one behind it still opens, replica by replica", async () => {
  const moveTime = standTime();
  const team = await openTeam();
  const kidOf = (cookie = "") =>
    (JSON.parse(Buffer.from(cookie.split(".")[0] ?? "", "base64url").toString()) as { kid: string })
      .kid;
  const visitor = team.visitor();
  await signIn(visitor);
  const old = sessionCookie(visitor);
  const rotated = await team.another({ SESSION_SECRETS: `${NEWER},${TEST_SECRET}` });
  const onRotated = team.visitor(rotated);
  await onRotated.ask(PUBLIC_URL);
  setSessionCookie(onRotated, old ?? "");
  moveTime(2 * MINUTE);
  expect(await apiStatus(onRotated)).toBe(200);
  expect(kidOf(sessionCookie(onRotated))).not.toBe(kidOf(old));
  // One that does not know the new secret yet takes it for none; it does not clear it.
  setSessionCookie(visitor, sessionCookie(onRotated) ?? "");
  expect(await apiStatus(visitor)).toBe(401);
  expect(sessionCookie(visitor)).toBe(sessionCookie(onRotated));
  const done = await team.another({ SESSION_SECRETS: NEWER });
  const onDone = team.visitor(done);
  await onDone.ask(PUBLIC_URL);
  setSessionCookie(onDone, sessionCookie(onRotated) ?? "");
  expect(await apiStatus(onDone)).toBe(200);
  setSessionCookie(onDone, old ?? "");
  expect(await apiStatus(onDone)).toBe(401);
});

test("a session without a request ends when it is idle for too long", async () => {
  const moveTime = standTime();
  const team = await openTeam({ environment: { SESSION_IDLE_MINUTES: "30" } });
  const visitor = team.visitor();
  await signIn(visitor);
  moveTime(5 * MINUTE);
  expect(await apiStatus(visitor)).toBe(200);
  moveTime(29 * MINUTE);
  expect(await apiStatus(visitor)).toBe(200);
  moveTime(30 * MINUTE);
  expect(await apiStatus(visitor)).toBe(401);
});

test("what a tab asks by itself, while nobody is at it, does not keep a session from ending", async () => {
  const moveTime = standTime();
  const team = await openTeam({ environment: { SESSION_IDLE_MINUTES: "30" } });
  const visitor = team.visitor();
  await signIn(visitor);
  const headers = { [UNATTENDED_HEADER]: "1" };
  const statuses: number[] = [];
  for (let minutes = 1; minutes <= 31; minutes += 1) {
    moveTime(MINUTE);
    statuses.push((await visitor.ask(`${PUBLIC_URL}/api/session`, { headers })).status);
  }
  expect(statuses.slice(0, 29)).toEqual(Array(29).fill(200));
  expect(statuses.slice(-2)).toEqual([401, 401]);
});

test("a session ends when it has lasted long enough, however busy", async () => {
  const moveTime = standTime();
  const team = await openTeam({ environment: { SESSION_ABSOLUTE_HOURS: "1" } });
  const visitor = team.visitor();
  await signIn(visitor);
  for (let minutes = 0; minutes < 59; minutes += 1) {
    expect(await apiStatus(visitor), `after ${minutes} minutes`).toBe(200);
    moveTime(MINUTE);
  }
  const copy = sessionCookie(visitor) ?? "";
  moveTime(MINUTE);
  expect(await apiStatus(visitor)).toBe(401);
  setSessionCookie(visitor, copy);
  expect(await apiStatus(visitor)).toBe(401);
});
