import { expect, test } from "vitest";
import { LOGIN_COOKIE } from "./cookies.ts";
import {
  apiStatus,
  openTeam,
  PUBLIC_URL,
  sessionCookie,
  setSessionCookie,
  signIn,
  standTime,
} from "./sign-in.kit.ts";

const HOST = new URL(PUBLIC_URL).host;
const DEEP_LINK = "/?range=last7d&disposition=AbandonedInQueue&q=%E7%8E%8B%2B1&page=3";
const isCallback = (url: string) => url.startsWith(`${PUBLIC_URL}/auth/callback`);

test("a first visit leads to the provider, and back to the very link", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  expect(await apiStatus(visitor)).toBe(401);
  const form = await visitor.visit(PUBLIC_URL + DEEP_LINK);
  expect(form.url).toContain(`${team.provider.issuer}/login/`);
  const page = await visitor.logIn(form, { user: "wang" });
  expect(page.url).toBe(PUBLIC_URL + DEEP_LINK);
  expect(page.body).toContain("The dashboard");
  expect(await apiStatus(visitor)).toBe(200);
});

test("the session's cookie is the host's own, hidden from scripts, and encrypted", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  const callbacks: string[] = [];
  await visitor.logIn(await visitor.visit(`${PUBLIC_URL}/`), { user: "li" });
  const again = await visitor.visit(`${PUBLIC_URL}/auth/login`, (url) => {
    if (isCallback(url)) callbacks.push(url);
    return isCallback(url);
  });
  const reply = await visitor.ask(again.location ?? "");
  const [text = ""] = reply.setCookies.filter((one) => one.startsWith("__Host-callscope="));
  const [pair = "", ...attributes] = text.split("; ");
  expect(attributes.toSorted()).toEqual([
    "HttpOnly",
    "Max-Age=3600",
    "Path=/",
    "SameSite=Lax",
    "Secure",
  ]);
  expect(pair).toMatch(/^__Host-callscope=[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(Buffer.byteLength(text)).toBeLessThan(4_096);
  const header: unknown = JSON.parse(
    Buffer.from(pair.split("=")[1]?.split(".")[0] ?? "", "base64url").toString(),
  );
  expect(header).toEqual({ alg: "dir", enc: "A256GCM", kid: expect.any(String) });
});

test("what leads to the provider has code, PKCE, state and nonce, and the exact way back", async () => {
  const team = await openTeam();
  const { location = "" } = await team.visitor().ask(`${PUBLIC_URL}/auth/login`);
  const asked = Object.fromEntries(new URL(location).searchParams);
  expect(asked).toEqual({
    client_id: "callscope",
    response_type: "code",
    redirect_uri: `${PUBLIC_URL}/auth/callback`,
    scope: "openid profile",
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: "S256",
  });
});

test("tabs that sign in at the same time do so each by itself", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  const links = Array.from({ length: 5 }, (_, index) => `/?page=${index + 2}`);
  const forms = [];
  for (const link of links) forms.push(await visitor.visit(PUBLIC_URL + link));
  const pages = [];
  for (const form of forms) pages.push(await visitor.logIn(form, { user: "wang" }));
  expect(pages.map(({ url }) => url)).toEqual(links.map((link) => PUBLIC_URL + link));
});

test("logins that are never finished crowd out neither a request nor the latest", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  const long = `/?q=${"1".repeat(1_500)}`;
  const query = new URLSearchParams({ return: long });
  for (let count = 0; count < 20; count += 1)
    await visitor.ask(`${PUBLIC_URL}/auth/login?${query}`);
  const bytes = [...(visitor.cookies.get(HOST) ?? [])].join("; ").length;
  expect(bytes).toBeLessThan(9_000);
  expect((await signIn(visitor, "wang", long)).url).toBe(PUBLIC_URL + long);
});

test("a callback that comes again leads to where the first led, and signs nobody out", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  const form = await visitor.visit(PUBLIC_URL + DEEP_LINK);
  let callback = "";
  await visitor.logIn(form, { user: "wang" });
  const other = await visitor.visit(`${PUBLIC_URL}/auth/login?return=/?page=2`, (url) => {
    callback = url;
    return isCallback(url);
  });
  expect(isCallback(other.location ?? "")).toBe(true);
  const both = await Promise.all([visitor.ask(callback), visitor.ask(callback)]);
  expect(both.map(({ status, location }) => [status, location])).toEqual([
    [303, `${PUBLIC_URL}/?page=2`],
    [303, `${PUBLIC_URL}/?page=2`],
  ]);
  // The visit before, and this one.
  expect(team.audited().filter(({ class_uid }) => class_uid === 3002)).toHaveLength(2);
  expect(team.provider.asked("/token")).toBe(2);
  expect((await visitor.ask(callback)).location).toBe(`${PUBLIC_URL}/?page=2`);
  expect(await apiStatus(visitor)).toBe(200);
});

test("nor does one that comes minutes later, or to another replica", async () => {
  const moveTime = standTime();
  const team = await openTeam();
  const visitor = team.visitor(team.replica, await team.another());
  await signIn(visitor);
  const { location: callback = "" } = await visitor.visit(
    `${PUBLIC_URL}/auth/login?return=/?page=2`,
    isCallback,
  );
  await visitor.ask(callback);
  for (const minutes of [0, 0, 2, 2]) {
    moveTime(minutes * 60_000);
    expect((await visitor.ask(callback)).location).toBe(`${PUBLIC_URL}/?page=2`);
  }
  // The provider would take a code that is used twice for stolen, and end all that came of it.
  expect(team.provider.asked("/token")).toBe(2);
  expect(await apiStatus(visitor)).toBe(200);
});

test("a callback without its login leads to nothing, or to the page where somebody is signed in", async () => {
  const team = await openTeam();
  const stranger = team.visitor();
  const visitor = team.visitor();
  let callback = "";
  await visitor.visit(`${PUBLIC_URL}/`);
  await visitor.logIn(await visitor.visit(`${PUBLIC_URL}/`), { user: "wang" });
  await visitor.visit(`${PUBLIC_URL}/auth/login`, (url) => {
    callback = url;
    return isCallback(url);
  });
  // Somebody else's link: signing a reader in as another is what the cookie prevents.
  const lured = await stranger.visit(callback);
  expect(lured.url).toContain("/auth/sign-in?reason=unknown");
  expect(sessionCookie(stranger)).toBeUndefined();
  for (const query of ["", "?state=", "?state=a&state=b", "?code=x&state=y", "?error=z"])
    expect((await visitor.ask(`${PUBLIC_URL}/auth/callback${query}`)).location).toBe(
      `${PUBLIC_URL}/`,
    );
});

test("who declines is told so on a page, in our words, and is not sent round again", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  const form = await visitor.visit(PUBLIC_URL + DEEP_LINK);
  const page = await visitor.logIn(form, { decline: "yes" });
  expect(page.url).toBe(
    `${PUBLIC_URL}/auth/sign-in?${new URLSearchParams({ reason: "refused", return: DEEP_LINK })}`,
  );
  expect(page.status).toBe(200);
  expect(page.body).toContain("登录服务没有让您登录");
  expect(page.body).not.toMatch(/alert|provider|access_denied/);
  // By the button the link is still there.
  const [, href = ""] = /<a href="([^"]+)"/.exec(page.body.replaceAll("&#38;", "&")) ?? [];
  const signedIn = await visitor.logIn(await visitor.visit(PUBLIC_URL + href), { user: "wang" });
  expect(signedIn.url).toBe(PUBLIC_URL + DEEP_LINK);
});

test("a browser that keeps no session is told so, instead of going round and round", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  await signIn(visitor);
  visitor.cookies.get(HOST)?.delete("__Host-callscope");
  const page = await visitor.visit(PUBLIC_URL + DEEP_LINK);
  expect(page.url).toContain("reason=no-cookie");
  expect(page.body).toContain("浏览器没有保存登录 Cookie");
});

test("what does not fit into a cookie is told, and nobody is signed in", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  const page = await signIn(visitor, "heavy");
  expect(page.url).toContain("reason=too-large");
  expect(sessionCookie(visitor)).toBeUndefined();
  expect(await apiStatus(visitor)).toBe(401);
});

test("a link that is too long to be kept stays where it is, and a new tab signs in", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  const link = `${PUBLIC_URL}/?q=${"1".repeat(3_000)}`;
  const page = await visitor.visit(link);
  expect([page.status, page.url]).toEqual([401, link]);
  expect(page.body).toContain('href="/auth/login?return=%2Fauth%2Fdone" target="_blank"');
  const done = await visitor.logIn(
    await visitor.visit(`${PUBLIC_URL}/auth/login?return=/auth/done`),
    { user: "wang" },
  );
  expect(done.url).toBe(`${PUBLIC_URL}/auth/done`);
  expect(done.body).toContain('<script src="/signed-in.js" defer></script>');
  expect((await visitor.visit(link)).body).toContain("The dashboard");
});

test("without a session the page that tells other tabs of one leads to signing in", async () => {
  const team = await openTeam();
  const page = await team.visitor().visit(`${PUBLIC_URL}/auth/done`);
  expect(page.url).toBe(`${PUBLIC_URL}/auth/sign-in?return=%2Fauth%2Fdone`);
});

test("only a visit leads to signing in: not a picture, a frame, a program or a file", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  const dest = (destination: string) => ({ headers: { "sec-fetch-dest": destination } });
  for (const options of [dest("image"), dest("iframe"), dest("empty"), {}])
    expect((await visitor.ask(`${PUBLIC_URL}/`, options)).status).toBe(200);
  for (const destination of ["image", "iframe", "empty"])
    expect((await visitor.ask(`${PUBLIC_URL}/auth/login`, dest(destination))).status).toBe(403);
  expect((await visitor.ask(`${PUBLIC_URL}/auth/login`, { method: "HEAD" })).status).toBe(405);
  const old = await visitor.ask(`${PUBLIC_URL}/`, { headers: { accept: "text/html,*/*" } });
  expect(old.status).toBe(303);
});

test("the sign-in page speaks the reader's language, and has no script of its own in it", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  const chinese = await visitor.ask(`${PUBLIC_URL}/auth/sign-in`);
  expect(chinese.body).toContain('<html lang="zh-CN">');
  const english = await visitor.ask(`${PUBLIC_URL}/auth/sign-in?reason=clock&return=/?page=2`, {
    headers: { "accept-language": "en" },
  });
  expect(english.body).toContain('<html lang="en-US">');
  expect(english.body).toContain("The clocks of the sign-in service");
  expect(english.body).toContain('href="/auth/login?return=%2F%3Fpage%3D2"');
  expect(english.body).not.toMatch(/<script(?! src="\/)|\son\w+=/);
  expect(english.headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": expect.stringContaining("script-src 'self'"),
  });
  const odd = `${PUBLIC_URL}/auth/sign-in?reason=${encodeURIComponent("<b>x")}&return=${encodeURIComponent("//evil.example.com/\"'<")}`;
  const { body } = await visitor.ask(odd);
  expect(body).not.toMatch(/evil|<b>/);
});

test("neither a token, a code, a cookie nor a claim is in any log", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  let callback = "";
  await signIn(visitor);
  await visitor.visit(`${PUBLIC_URL}/auth/login`, (url) => {
    callback = url;
    return isCallback(url);
  });
  team.provider.corrupt((tokens) => ({ ...tokens, id_token: undefined }));
  await visitor.ask(callback);
  setSessionCookie(visitor, `${sessionCookie(visitor)}x`);
  await apiStatus(visitor);
  const code = new URL(callback).searchParams.get("code") ?? "";
  const state = new URL(callback).searchParams.get("state") ?? "";
  const log = team.log();
  expect(log).toContain("a login failed");
  for (const secret of [
    code,
    state,
    sessionCookie(visitor) ?? "",
    "王芳",
    "supervisors",
    LOGIN_COOKIE,
  ])
    expect(log).not.toContain(secret);
});

test("a wrong client secret is told to whoever runs the server by its variable, and to readers in words", async () => {
  const team = await openTeam({
    environment: { OIDC_CLIENT_SECRET: "of-another-client-altogether" },
  });
  const { url, body } = await signIn(team.visitor());
  expect(url).toContain("reason=unknown-server");
  expect(body).toMatch(/查看服务器日志|look into the server&#39;s log|look into the server's log/);
  expect(team.log()).toContain("OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are not those");
  expect(team.log()).not.toContain("of-another-client-altogether");
  expect(team.audited()).toContainEqual(expect.objectContaining({ status_code: "unknown-server" }));
});
