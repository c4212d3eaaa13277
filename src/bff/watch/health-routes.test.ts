import { expect, onTestFinished, test } from "vitest";
import { createMemorySink } from "#bff/access/audit/audit.kit.ts";
import { createTestBff, TEST_CREDENTIALS } from "#bff/bff.kit.ts";
import { openScriptedBff } from "#bff/scripted-bff.kit.ts";
import { createStaticCredentials } from "#bff/upstream/credentials.ts";
import {
  ok,
  refusal,
  startScriptedUpstream,
  type Answer,
} from "#bff/upstream/scripted-upstream.kit.ts";

async function connect(...script: Answer[]) {
  let clock = 0;
  const bff = await openScriptedBff(script, {}, { now: () => clock });
  return { ...bff, wait: (ms: number) => (clock += ms) };
}

test("the server is healthy whatever its upstream does", async () => {
  const { app, upstream } = await connect(refusal(500, "InternalService.Common"));
  expect((await app.inject("/healthz")).statusCode).toBe(200);
  expect(upstream.requests).toHaveLength(0);
});

test("it is ready while its upstream takes its signature, and asks at most once in five seconds", async () => {
  const { app, upstream, wait } = await connect(
    ok({ List: [] }),
    refusal(400, "SignatureDoesNotMatch"),
  );
  for (let probe = 0; probe < 3; probe += 1)
    expect((await app.inject("/readyz")).statusCode).toBe(200);
  expect(upstream.requests).toHaveLength(1);
  wait(5_000);
  const response = await app.inject("/readyz");
  expect(response.statusCode).toBe(503);
  expect(response.json()).toEqual({ ready: false, code: "upstream_credentials" });
});

test("an upstream that denies the list of instances is there all the same", async () => {
  const { app } = await connect(refusal(403, "NoPermission"));
  expect((await app.inject("/readyz")).statusCode).toBe(200);
});

test("it is not ready while its data is known to be damaged, and says that", async () => {
  let fault: string | undefined;
  const upstream = await startScriptedUpstream(ok({ List: [] }));
  onTestFinished(() => upstream.close());
  const credentials = createStaticCredentials(TEST_CREDENTIALS);
  const source = { endpoint: upstream.endpoint, credentials, sampleData: true };
  let clock = 0;
  const { app } = await createTestBff(
    upstream.endpoint,
    {},
    { upstream: { ...source, fault: () => fault }, now: () => clock },
  );
  onTestFinished(() => app.close());
  expect((await app.inject("/readyz")).statusCode).toBe(200);
  fault = "The database is damaged.";
  clock += 5_000;
  const response = await app.inject("/readyz");
  expect(response.statusCode).toBe(503);
  expect(response.json()).toEqual({ ready: false, code: "upstream_failed", detail: fault });
});

test("it is not ready while its audit log cannot be written, says that without a path, and heals", async () => {
  const auditSink = createMemorySink();
  const upstream = await startScriptedUpstream(ok({ List: [] }));
  onTestFinished(() => upstream.close());
  let clock = 0;
  const { app } = await createTestBff(upstream.endpoint, {}, { auditSink, now: () => clock });
  onTestFinished(() => app.close());
  expect((await app.inject("/readyz")).statusCode).toBe(200);
  auditSink.fillUp();
  clock += 5_000;
  const response = await app.inject("/readyz");
  expect(response.statusCode).toBe(503);
  expect(response.json()).toEqual({
    ready: false,
    code: "audit_failed",
    detail:
      "The audit log (AUDIT_FILE, or standard output) cannot be written (ENOSPC): make room on its disk.",
  });
  expect((await app.inject("/healthz")).statusCode).toBe(200);
  auditSink.fillUp(1);
  clock += 5_000;
  expect((await app.inject("/readyz")).statusCode).toBe(200);
});

test("metrics count by route, status, operation and outcome, and hold nobody's number", async () => {
  const { app } = await connect(
    ok({ List: [{ Id: "ccc-test", Name: "Test" }] }),
    refusal(400, "Parameter.Format", "The format of parameter CallingNumber is invalid."),
  );
  await app.inject("/api/session");
  const payload = { caller: "13800138000", instance: "ccc-test" };
  await app.inject({ method: "POST", url: "/api/records", payload });
  await app.inject("/api/records/job-13800138000?instance=ccc-test");
  await app.inject("/api/13800138000");
  const { headers, body } = await app.inject("/metrics");
  expect(headers["content-type"]).toContain("text/plain");
  for (const labels of [
    'method="GET",route="/api/session",status="200"',
    'method="POST",route="/api/records",status="400"',
    'method="GET",route="/api/records/:contactId",status="400"',
    'method="GET",route="(none)",status="404"',
  ])
    expect(body).toContain(`callscope_http_request_duration_seconds_count{${labels}} 1`);
  expect(body).toContain(
    'callscope_upstream_call_duration_seconds_count{operation="ListCallDetailRecords",outcome="upstream_parameter"} 2',
  );
  expect(body).not.toContain("13800138000");
});
