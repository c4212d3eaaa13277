import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request as askPlain, type IncomingHttpHeaders } from "node:http";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { connect as connectTls, type ConnectionOptions } from "node:tls";
import { chromium, expect, test } from "playwright/test";
import { CHROMIUM_ARGS, findChromium } from "../kit/chromium.ts";
import { hasNginx, PUBLIC_NAME, startNginx, type RunningNginx } from "../kit/nginx.ts";
import { startServer, type RunningServer } from "../kit/start-server.ts";
import { startStubUpstream, type StubUpstream } from "../kit/stub-upstream.ts";

// docs/nginx.conf as docs/deploy.md has it, in front of a server that believes it alone.

test.skip(!hasNginx(), "there is no nginx here, and none could be installed");

/** Not the proxy's own, so that the two are told apart. */
const CLIENT = "127.0.0.2";
const PUBLIC_URL = `https://${PUBLIC_NAME}`;
const PHONE = "13800138000";

let upstream: StubUpstream;
let server: RunningServer;
let nginx: RunningNginx;
let folder: string;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "callscope-audit-"));
  upstream = await startStubUpstream({ TotalCount: 0, PageNumber: 1, PageSize: 1, List: [] }, 700);
  server = await startServer({
    ...upstream.environment,
    PUBLIC_URL,
    TRUSTED_PROXIES: "127.0.0.1",
    // What is asked together is answered one after another.
    UPSTREAM_CONCURRENCY: "1",
    AUDIT_FILE: join(folder, "audit.jsonl"),
    LOG_LEVEL: "trace",
  });
  nginx = await startNginx(Number(new URL(server.url).port));
});
test.afterAll(async () => {
  await nginx.stop();
  expect(await server.stop(), server.output()).toBe(0);
  upstream.close();
  rmSync(folder, { recursive: true });
});

interface Reply {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** When its first byte was there, and when its last, ms after it was asked. */
  readonly firstMs: number;
  readonly lastMs: number;
}

/** Over TLS, the certificate checked. */
function ask(
  path: string,
  options: { readonly headers?: Readonly<Record<string, string>>; readonly body?: object } = {},
): Promise<Reply> {
  const body = options.body && JSON.stringify(options.body);
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const since = () => performance.now() - startedAt;
    const sent = request({
      host: "127.0.0.1",
      port: nginx.httpsPort,
      servername: PUBLIC_NAME,
      localAddress: CLIENT,
      ca: nginx.certificate,
      path,
      method: body === undefined ? "GET" : "POST",
      headers: {
        host: PUBLIC_NAME,
        ...(body !== undefined && { "content-type": "application/json" }),
        ...options.headers,
      },
    });
    sent.once("error", reject);
    sent.once("response", (response) => {
      let firstMs = 0;
      response.once("data", () => (firstMs = since()));
      text(response).then(
        (answered) =>
          resolve({
            status: response.statusCode,
            headers: response.headers,
            body: answered,
            firstMs,
            lastMs: since(),
          }),
        reject,
      );
    });
    sent.end(body);
  });
}

const lastEvent = () => {
  const lines = readFileSync(join(folder, "audit.jsonl"), "utf8").trimEnd().split("\n");
  return JSON.parse(lines.at(-1) ?? "{}");
};

test("the dashboard opens in a browser, which stays with https", async () => {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: [
      ...CHROMIUM_ARGS,
      `--host-resolver-rules=MAP ${PUBLIC_NAME}:443 127.0.0.1:${nginx.httpsPort}, MAP ${PUBLIC_NAME}:80 127.0.0.1:${nginx.httpPort}`,
    ],
    ...(executablePath && { executablePath }),
  });
  const page = await browser.newPage({ ignoreHTTPSErrors: true, locale: "en-US" });
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(`http://${PUBLIC_NAME}/?range=last7d`);
  await expect(page).toHaveURL(`${PUBLIC_URL}/?range=last7d`);
  // Both have come: the page of records, and counts.
  await expect(page.getByRole("main")).toContainText(/as of \d/i);
  await expect(page.getByRole("listitem").filter({ hasText: "Completed" })).toContainText("0");
  await page.goto(`${PUBLIC_URL}/?range=last7d&phone=${PHONE}`);
  await expect(page.getByRole("main")).toContainText(/as of \d/i);
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  );
  expect(kept).not.toContain(PHONE);
  expect(errors).toEqual([]);
  await browser.close();
});

test("counts come as they are known, and not all at the end", async () => {
  const view = "instance=ccc-test&range=last7d";
  const asks = [
    { of: "total", view },
    { of: "total", view: `${view}&phone=${PHONE}` },
    { of: "ranks", view, field: "talkTime", shares: [0.5] },
  ];
  const { status, firstMs, lastMs, body } = await ask("/api/counts", { body: { asks } });
  expect(status, body).toBe(200);
  expect(lastMs - firstMs, body).toBeGreaterThan(200);
});

test("a reader's address is the connection's, whatever the reader says", async () => {
  await ask("/api/records?instance=ccc-test", {
    headers: {
      "x-forwarded-for": "8.8.8.8",
      x_forwarded_for: "8.8.8.8",
      forwarded: "for=8.8.8.8",
      "x-real-ip": "8.8.8.8",
    },
  });
  expect(lastEvent()).toMatchObject({ src_endpoint: { ip: CLIENT } });
});

test("another name, or a page of another site, is refused behind it too", async () => {
  const evil = { headers: { host: PUBLIC_NAME, "x-forwarded-host": "evil.example.com" } };
  expect((await ask("/api/session", evil)).status).toBe(200);
  const crossSite = { headers: { origin: "https://evil.example.com" } };
  expect((await ask("/api/session", crossSite)).status).toBe(403);
  expect(lastEvent()).toMatchObject({
    status_code: "permission_denied",
    src_endpoint: { ip: CLIENT },
  });
});

test("the headers of every reply come through, once each", async () => {
  const { headers } = await ask("/");
  expect(headers).toMatchObject({
    "strict-transport-security": expect.stringMatching(/^max-age=\d{8,}; includeSubDomains$/),
    "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  });
  expect(headers.server).toBe("nginx");
});

test("a link as long as a view can be opens, page and records", async () => {
  const words = Array.from({ length: 50 }, (_unused, index) => `${index}很满意`.repeat(7));
  const search = `?instance=ccc-test&range=last7d&sat=1&satDesc=${encodeURIComponent(words.join(","))}`;
  const long = search.slice(0, search.lastIndexOf("%2C", 8_300));
  expect(long.length).toBeGreaterThan(8_000);
  const cookie = `__Host-session=${"x".repeat(4_000)}`;
  expect((await ask(`/${long}`, { headers: { cookie } })).status).toBe(200);
  const records = await ask(`/api/records${long}`, { headers: { cookie } });
  expect(records.status, records.body).toBe(200);
});

test("over http people are led to https, programs are not", async () => {
  const plain = (path: string) =>
    new Promise<{ status: number | undefined; location: string | undefined }>((resolve, reject) => {
      const headers = { host: PUBLIC_NAME };
      const sent = askPlain({ host: "127.0.0.1", port: nginx.httpPort, path, headers });
      sent.once("error", reject).once("response", (response) => {
        response.resume();
        resolve({ status: response.statusCode, location: response.headers.location });
      });
      sent.end();
    });
  await expect(plain("/?range=today")).resolves.toEqual({
    status: 308,
    location: `${PUBLIC_URL}/?range=today`,
  });
  await expect(plain("/api/session")).resolves.toEqual({ status: 403, location: undefined });
});

test("metrics are not for readers, and a body that is too large is refused", async () => {
  expect((await ask("/metrics")).status).toBe(404);
  const asks = [{ of: "total", view: "x".repeat(1_100_000) }];
  expect((await ask("/api/counts", { body: { asks } })).status).toBe(413);
});

test("an upstream whose certificate nobody vouches for is not spoken to", async () => {
  const careful = await startServer({
    ...upstream.environment,
    CCC_ENDPOINT: `https://127.0.0.1:${nginx.httpsPort}`,
  });
  const reply = await fetch(`${careful.url}/api/records?instance=ccc-test`);
  expect(await reply.json()).toMatchObject({ code: "upstream_unreachable" });
  expect(await careful.stop()).toBe(0);
});

test("TLS older than 1.2, and what has no forward secrecy, is not spoken", async () => {
  const tls = { host: "127.0.0.1", port: nginx.httpsPort, servername: PUBLIC_NAME };
  const speak = (options: ConnectionOptions) =>
    new Promise<string>((resolve) => {
      const socket = connectTls({ ...tls, ca: nginx.certificate, ...options }, () => {
        resolve(socket.getProtocol() ?? "none");
        socket.destroy();
      });
      socket.once("error", () => resolve("refused"));
    });
  const weak = { ciphers: "ALL:@SECLEVEL=0" };
  expect(await speak({ minVersion: "TLSv1", maxVersion: "TLSv1.1", ...weak })).toBe("refused");
  expect(await speak({ maxVersion: "TLSv1.2", ciphers: "AES128-SHA256:@SECLEVEL=0" })).toBe(
    "refused",
  );
  expect(await speak({ maxVersion: "TLSv1.2" })).toBe("TLSv1.2");
  expect(await speak({})).toBe("TLSv1.3");
});

test("no log has the number that was looked for, not even of what went wrong", async () => {
  await ask(`/api/records?instance=ccc-test&phone=${PHONE}`);
  await ask(`/api/records?instance=ccc-test&phone=${PHONE}&x=${"y".repeat(20_000)}`).catch(
    () => {},
  );
  expect(server.output()).toContain("/api/records");
  expect(server.output()).not.toContain(PHONE);
  expect(nginx.log()).not.toContain(PHONE);
  expect(readFileSync(join(folder, "audit.jsonl"), "utf8")).not.toContain(PHONE);
});
