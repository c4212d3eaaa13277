import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import {
  hang,
  json,
  ok,
  refusal,
  reset,
  startScriptedUpstream,
  type Answer,
} from "./scripted-upstream.kit.ts";
import type {
  CallOptions,
  UpstreamCallEvent,
  UpstreamClientDeps,
  UpstreamTry,
} from "./upstream-client.ts";
import { createUpstreamClient } from "./upstream-client.ts";
import { UpstreamError } from "./upstream-error.ts";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function connect(script: Answer[], deps: Partial<UpstreamClientDeps> = {}) {
  const upstream = await startScriptedUpstream(...script);
  const events: UpstreamCallEvent[] = [];
  const client = createUpstreamClient({
    endpoint: upstream.endpoint,
    credentials: () => Promise.resolve({ accessKeyId: "id", accessKeySecret: "not-telling" }),
    timeoutMs: 3_000,
    concurrency: 4,
    observe: (event) => events.push(event),
    ...deps,
  });
  closers.push(upstream.close, client.close);
  const callWith = (options: CallOptions) =>
    client.call("ListInstances", { PageNumber: "1" }, options);
  const call = (signal?: AbortSignal) => callWith({ signal });
  return { upstream, events, call, callWith };
}

async function failure(promise: Promise<unknown>): Promise<UpstreamError> {
  const error: unknown = await promise.then(
    () => new Error("the call succeeded"),
    (reason: unknown) => reason,
  );
  if (error instanceof UpstreamError) return error;
  throw error;
}

test("a call is a signed POST with its parameters in the query and no body", async () => {
  const { upstream, call } = await connect([ok({ List: [] })]);
  await expect(call()).resolves.toMatchObject({ data: { List: [] }, requestId: "request-ok" });
  const [request] = upstream.requests;
  expect(request).toMatchObject({ method: "POST", url: "/?PageNumber=1" });
  expect(request?.headers).toMatchObject({
    host: new URL(upstream.endpoint).host,
    "content-length": "0",
    "x-acs-action": "ListInstances",
    "x-acs-version": "2020-07-01",
  });
  expect(request?.headers.authorization).toMatch(/^ACS3-HMAC-SHA256 Credential=id,/);
});

test("throttling is waited out as long as the upstream asks, and tried again", async () => {
  const throttled = refusal(429, "Throttling.User", "", { "x-acs-retry-after": "300" });
  const { upstream, events, call } = await connect([throttled, ok({})]);
  const startedAt = performance.now();
  await call();
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(300);
  expect(upstream.requests).toHaveLength(2);
  expect(events).toEqual([
    { operation: "ListInstances", outcome: "ok", tries: 2, seconds: expect.any(Number) },
  ]);
});

test("every request of a call is told of, when it was sent and whether it was throttled", async () => {
  const throttled = refusal(429, "Throttling.User", "", { "x-acs-retry-after": "50" });
  const failed = refusal(500, "InternalService.Common");
  const { callWith } = await connect([throttled, failed, ok({})]);
  const tries: UpstreamTry[] = [];
  const startedAt = performance.now();
  await callWith({ onTry: (attempt) => tries.push(attempt) });
  expect(tries).toEqual([
    { startedAt: expect.any(Number), isThrottled: true, retryAfterMs: 50 },
    { startedAt: expect.any(Number), isThrottled: false, retryAfterMs: undefined },
    { startedAt: expect.any(Number), isThrottled: false },
  ]);
  const [first = 0, second = 0, third = 0] = tries.map((attempt) => attempt.startedAt);
  expect(first).toBeGreaterThanOrEqual(startedAt);
  expect(second).toBeGreaterThanOrEqual(first + 50);
  expect(third).toBeGreaterThan(second);
});

test("whoever waits elsewhere is told of throttling at once, and of nothing else", async () => {
  const throttled = refusal(429, "Throttling.User", "", { "x-acs-retry-after": "50" });
  const failed = refusal(500, "InternalService.Common");
  const { upstream, callWith } = await connect([failed, throttled, ok({})]);
  const error = await failure(callWith({ retryThrottled: false }));
  expect(error).toMatchObject({ code: "upstream_throttled", parts: { retryAfterMs: 50 } });
  expect(upstream.requests).toHaveLength(2);
});

test("throttling that would outlast the deadline is told at once", async () => {
  const throttled = refusal(400, "Throttling", "", { "x-acs-retry-after": "60000" });
  const { upstream, call } = await connect([throttled]);
  const startedAt = performance.now();
  const error = await failure(call());
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  expect(error).toMatchObject({
    code: "upstream_throttled",
    parts: { upstreamCode: "Throttling", requestId: "request-refused", retryAfterMs: 60_000 },
  });
  expect(upstream.requests).toHaveLength(1);
});

test("a failing upstream is tried again with a fresh nonce and date each time", async () => {
  let clock = Date.UTC(2025, 0, 1);
  const failing = refusal(500, "InternalService.Common");
  const { upstream, call } = await connect([failing, reset, ok({})], {
    now: () => (clock += 60_000),
  });
  await call();
  expect(upstream.requests).toHaveLength(3);
  for (const name of ["x-acs-signature-nonce", "x-acs-date", "authorization"])
    expect(new Set(upstream.requests.map(({ headers }) => headers[name])).size).toBe(3);
});

test("an upstream that keeps failing is given up, with its code and request id", async () => {
  const { upstream, call } = await connect([refusal(500, "InternalService.Common", "13800138000")]);
  const error = await failure(call());
  expect(error).toMatchObject({
    code: "upstream_failed",
    parts: { upstreamCode: "InternalService.Common", requestId: "request-refused" },
  });
  expect(error.message).not.toContain("13800138000");
  expect(upstream.requests).toHaveLength(4);
});

test("an upstream that hangs is a timeout within the deadline", async () => {
  const { upstream, call } = await connect([hang], { timeoutMs: 200 });
  const startedAt = performance.now();
  expect((await failure(call())).code).toBe("upstream_timeout");
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  await upstream.abandoned;
});

test("a reply that stops in the middle is a timeout too", async () => {
  const { call } = await connect(
    [
      (_request, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        response.write('{"Code":');
      },
    ],
    { timeoutMs: 200 },
  );
  expect((await failure(call())).code).toBe("upstream_timeout");
});

test("credentials that hang are a timeout too", async () => {
  const { upstream, call } = await connect([ok({})], {
    timeoutMs: 200,
    credentials: () => new Promise(() => undefined),
  });
  expect((await failure(call())).code).toBe("upstream_timeout");
  expect(upstream.requests).toHaveLength(0);
});

test("a wait that would outlast the deadline leaves the upstream's own answer", async () => {
  const failing = refusal(503, "InternalService.Common", "", { "x-acs-retry-after": "60000" });
  const { upstream, call } = await connect([failing]);
  expect(await failure(call())).toMatchObject({
    code: "upstream_failed",
    parts: { upstreamStatus: 503 },
  });
  expect(upstream.requests).toHaveLength(1);
});

test("calls beyond the allowed concurrency wait inside their own deadline", async () => {
  const timeoutMs = 1_000;
  const { upstream, call } = await connect([hang], { concurrency: 1, timeoutMs });
  const ends: string[] = [];
  // Timers fire in the order in which they are due, however busy the machine is.
  const later = sleep(1.9 * timeoutMs).then(() => ends.push("later"));
  const codes = await Promise.all(
    [1, 2].map(async () => {
      const { code } = await failure(call());
      ends.push(code);
      return code;
    }),
  );
  await later;
  expect(codes).toEqual(["upstream_timeout", "upstream_timeout"]);
  expect(ends.at(-1), "a deadline that began with the turn would end after it").toBe("later");
  // The second may find the way free in its last moment.
  expect([1, 2]).toContain(upstream.requests.length);
});

test("a connection that is lost is tried again, then unreachable", async () => {
  const { upstream, call } = await connect([reset]);
  const error = await failure(call());
  expect(error.code).toBe("upstream_unreachable");
  expect(error.parts.requestId).toBeUndefined();
  expect(upstream.requests).toHaveLength(4);
});

test("a port where nobody listens is unreachable", async () => {
  const { upstream, call } = await connect([ok({})]);
  await upstream.close();
  expect(await failure(call())).toMatchObject({
    code: "upstream_unreachable",
    parts: { detail: "The connection failed (ECONNREFUSED)." },
  });
});

test("an abort stops the call, and no retry follows", async () => {
  const { upstream, events, call } = await connect([hang]);
  const controller = new AbortController();
  const calling = call(controller.signal);
  setTimeout(() => controller.abort(), 50);
  await expect(calling).rejects.toMatchObject({ name: "AbortError" });
  await upstream.abandoned;
  expect(upstream.requests).toHaveLength(1);
  expect(events).toMatchObject([{ outcome: "aborted", tries: 1 }]);
});

test("an abort between two tries stops the retries", async () => {
  const throttled = refusal(429, "Throttling.Api", "", { "x-acs-retry-after": "1000" });
  const { upstream, call } = await connect([throttled]);
  const controller = new AbortController();
  const calling = call(controller.signal);
  setTimeout(() => controller.abort(), 100);
  const startedAt = performance.now();
  await expect(calling).rejects.toMatchObject({ name: "AbortError" });
  expect(performance.now() - startedAt).toBeLessThan(800);
  expect(upstream.requests).toHaveLength(1);
});

const html: Answer = (_request, response) => {
  response.writeHead(200, { "content-type": "text/html", "x-acs-request-id": "request-html" });
  response.end("<html>Welcome to the hotel's network</html>");
};

/** Compressed, though nobody asked for it. */
function packed(body: string): Answer {
  return (_request, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
    response.end(gzipSync(body));
  };
}

test("a reply that a proxy has packed is read", async () => {
  const { call } = await connect([packed('{"Code":"OK","RequestId":"r","Data":{"a":"满意"}}')]);
  await expect(call()).resolves.toMatchObject({ data: { a: "满意" }, requestId: "r" });
});

test("an answer that begins with 100 Continue is read", async () => {
  const hasty: Answer = (request, response) => {
    response.writeContinue();
    ok({ List: [] })(request, response);
  };
  const { upstream, call } = await connect([hasty]);
  await expect(call()).resolves.toMatchObject({ data: { List: [] } });
  await expect(call()).resolves.toMatchObject({ data: { List: [] } });
  // The first is sent again by a client that reads on, the second by that one at once.
  expect(upstream.requests).toHaveLength(3);
});

test("throttling is waited for as long as the deadline allows", async () => {
  const throttled = refusal(429, "Throttling.User");
  const { upstream, call } = await connect([...Array.from({ length: 5 }, () => throttled), ok({})]);
  await call();
  expect(upstream.requests).toHaveLength(6);
});

test("being throttled uses up none of the tries that a failure has", async () => {
  const throttled = refusal(429, "Throttling.User");
  const { upstream, call } = await connect([throttled, throttled, throttled, reset, ok({})]);
  await call();
  expect(upstream.requests).toHaveLength(5);
});

test("an upstream that is down is not asked four times as often for it", async () => {
  const { upstream, call } = await connect([refusal(500, "InternalService.Common")]);
  await Promise.all(Array.from({ length: 200 }, () => failure(call())));
  expect(upstream.requests.length).toBeLessThanOrEqual(200 * 1.2 + 10);
});

test.each<[string, Answer, object]>([
  ["HTML", html, { code: "upstream_not_json", parts: { requestId: "request-html" } }],
  [
    "nothing at all",
    json(200, "", { "content-type": "text/plain" }),
    { code: "upstream_not_json" },
  ],
  ["truncated JSON", json(200, '{"Code":"OK","Data":{"Lis'), { code: "upstream_bad_json" }],
  ["JSON that is no object", json(200, [1, 2]), { code: "upstream_bad_reply" }],
  ["JSON of another shape", json(200, { hello: "world" }), { code: "upstream_bad_reply" }],
  [
    "200 with a code that is not OK",
    json(200, { Code: "Something.Else", Message: "no", RequestId: "request-1" }),
    {
      code: "upstream_not_ok",
      parts: { upstreamCode: "Something.Else", requestId: "request-1" },
    },
  ],
  [
    "200 with a code of known meaning",
    json(200, { Code: "NoPermission", RequestId: "request-2" }),
    { code: "upstream_forbidden", parts: { requestId: "request-2" } },
  ],
  [
    "an oversized reply",
    json(200, `{"Code":"OK","Data":"${"x".repeat(9 * 1024 * 1024)}"}`),
    { code: "upstream_bad_reply" },
  ],
  ["a refused signature", refusal(400, "SignatureDoesNotMatch"), { code: "upstream_credentials" }],
  ["an unknown key", refusal(404, "InvalidAccessKeyId.NotFound"), { code: "upstream_credentials" }],
  [
    "a clock that is wrong",
    refusal(400, "InvalidTimeStamp.Expired", "", { date: "Thu, 01 Jan 2026 00:00:00 GMT" }),
    { code: "clock_wrong", parts: { clockAheadSeconds: -1800 } },
  ],
  [
    "an encoding nobody asked for or knows",
    json(200, "{}", { "content-encoding": "zstd-of-ours" }),
    { code: "upstream_bad_reply" },
  ],
  [
    "what says it is packed and is not",
    json(200, '{"Code":"OK"}', { "content-encoding": "gzip" }),
    { code: "upstream_bad_reply" },
  ],
  [
    "a reply that unpacks to more than any",
    packed(" ".repeat(64 * 1024 * 1024)),
    { code: "upstream_bad_reply" },
  ],
  ["brackets within brackets", json(200, "[".repeat(4_000_000)), { code: "upstream_bad_reply" }],
  ["objects within objects", json(200, '{"a":'.repeat(800_000)), { code: "upstream_bad_reply" }],
  ["a denied operation", refusal(403, "Forbidden.RAM"), { code: "upstream_forbidden" }],
  [
    "an unknown instance",
    refusal(404, "NotExists.InstanceId"),
    { code: "upstream_instance_not_found" },
  ],
  [
    "a refused parameter",
    refusal(400, "Parameter.Format", "The format of parameter Criteria is invalid. 13800138000"),
    { code: "upstream_parameter", parts: { field: "phone", upstreamCode: "Parameter.Format" } },
  ],
  ["an unknown operation", refusal(404, "InvalidAction.NotFound"), { code: "upstream_failed" }],
])(
  "%s has its own code, is not retried and tells nothing more",
  async (_name, answer, expected) => {
    const { upstream, call } = await connect([answer], {
      now: () => Date.UTC(2025, 11, 31, 23, 30),
    });
    const error = await failure(call());
    expect(error).toMatchObject(expected);
    expect(JSON.stringify([error.message, error.parts])).not.toMatch(/13800138000|hotel/);
    expect(upstream.requests).toHaveLength(1);
  },
);

test("the header's request id stands in for one the body lacks", async () => {
  const answer = json(200, { Code: "OK", Data: {} }, { "x-acs-request-id": "request-header" });
  const { call } = await connect([answer]);
  await expect(call()).resolves.toMatchObject({ requestId: "request-header" });
});
