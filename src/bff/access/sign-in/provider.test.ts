import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { expect, onTestFinished, test } from "vitest";
import { StartError } from "#process/start-error.ts";
import { openProvider } from "./provider.ts";
import { apiStatus, openTeam, PUBLIC_URL, signIn } from "./sign-in.kit.ts";

const log = pino({ level: "silent" });

function open(issuer: string) {
  const settings = {
    issuer,
    clientId: "callscope",
    clientSecret: "secret",
    scopes: "openid",
    publicUrl: PUBLIC_URL,
    sessionSecrets: ["s".repeat(32)],
    idleMs: 3_600_000,
    absoluteMs: 3_600_000,
  };
  return openProvider({ settings, log, now: Date.now });
}

/** Something that answers whatever it is asked. */
async function serve(answer: (issuer: string) => { status?: number; body: string; type?: string }) {
  const server = createServer((_request, response) => {
    const { status = 200, body, type = "application/json" } = answer(issuer);
    response.writeHead(status, { "content-type": type }).end(body);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => {
    server.close();
  });
  // The address of a TCP server is an object.
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return issuer;
}

const document = (change: object) => (issuer: string) => ({
  body: JSON.stringify({
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    ...change,
  }),
});

test.each<[string, Parameters<typeof serve>[0], string]>([
  ["names another issuer", document({ issuer: "http://127.0.0.1:1" }), "another issuer"],
  ["names no issuer", document({ issuer: undefined }), "no provider's document"],
  ["names no token endpoint", document({ token_endpoint: undefined }), "no token_endpoint"],
  ["names no keys", document({ jwks_uri: undefined }), "no jwks_uri"],
  ["has no such document", () => ({ status: 404, body: "{}" }), "no such document"],
  ["leads elsewhere", () => ({ status: 302, body: "" }), "no such document"],
  ["is a web page", () => ({ body: "<html>", type: "text/html" }), "other than JSON"],
  ["is broken", () => ({ body: "{" }), "broken JSON"],
  ["is a list", () => ({ body: "[]" }), "no provider's document"],
])("a provider that %s stops the start, with the reason", async (_, answer, reason) => {
  const opening = open(await serve(answer));
  await expect(opening).rejects.toThrow(StartError);
  await expect(opening).rejects.toThrow(reason);
});

test.each([500, 502, 503, 429])(
  "a provider that answers %i is away for a while",
  async (status) => {
    const provider = await open(await serve(() => ({ status, body: "" })));
    expect(await provider.configuration()).toBeUndefined();
  },
);

test("who comes while the provider is away is told, and can sign in once it is back", async () => {
  let now = Date.now();
  const team = await openTeam({ now: () => now });
  await team.provider.down();
  const replica = await team.another();
  const visitor = team.visitor(replica);
  const page = await visitor.visit(`${PUBLIC_URL}/?page=2`);
  expect(page.url).toContain("reason=unreachable");
  expect(page.body).toContain("暂时无法连接登录服务");
  await team.provider.up();
  // It is not asked by each visit.
  expect((await visitor.visit(`${PUBLIC_URL}/?page=2`)).url).toContain("reason=unreachable");
  now += 5_000;
  expect((await signIn(visitor, "wang", "/?page=2")).url).toBe(`${PUBLIC_URL}/?page=2`);
  expect(await apiStatus(visitor)).toBe(200);
});
