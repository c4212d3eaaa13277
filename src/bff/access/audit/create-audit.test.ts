import { fastify, type FastifyRequest } from "fastify";
import { expect, test } from "vitest";
import type { AuditEvent } from "./audit-event.ts";
import { createMemorySink } from "./audit.kit.ts";
import { createAudit, type Audit } from "./create-audit.ts";

const NUMBER = "13800138000";
const READER = { subject: "7c1f", name: `Li Na ${NUMBER}` };
const RECORD = { instance: "ccc-test", contactId: "job-1" };
const CALLS = {
  instance: "ccc-test",
  range: { from: 0, to: 1 },
  criteria: { callingNumber: NUMBER },
};

/** What is written while a request is answered. */
async function written(
  tell: (audit: Audit, request: FastifyRequest) => Promise<void>,
): Promise<AuditEvent | undefined> {
  const sink = createMemorySink();
  const audit = createAudit({ sink, version: "1.2.3", now: () => 1_000 });
  const app = fastify();
  app.get("/here", async (request) => {
    await tell(audit, request);
    return "told";
  });
  expect((await app.inject("/here")).body).toBe("told");
  expect(sink.lines.join("")).not.toContain(NUMBER);
  return sink.events()[0];
}

test("who signs in is told, and who did not, with the reason", async () => {
  const user = { uid: "7c1f", name: "Li Na 138****8000", type_id: 1 };
  await expect(written((audit, request) => audit.signIn(request, READER))).resolves.toMatchObject({
    class_uid: 3002,
    type_uid: 300_201,
    status_id: 1,
    user,
    actor: { user },
  });
  await expect(
    written((audit, request) => audit.signIn(request, undefined, "access_denied")),
  ).resolves.toMatchObject({ status_id: 2, status_code: "access_denied", user: { type_id: 0 } });
  await expect(written((audit, request) => audit.signOut(request, READER))).resolves.toMatchObject({
    activity_id: 2,
    type_uid: 300_202,
    user,
  });
});

test("a number that is revealed is told with the reason, without the number", async () => {
  const reason = `the customer asked at ${NUMBER}`;
  await expect(
    written((audit, request) => audit.revealed(request, RECORD, reason)),
  ).resolves.toMatchObject({
    api: { operation: "number.reveal" },
    resources: [{ uid: "job-1" }],
    unmapped: { instances: ["ccc-test"], reason: "the customer asked at 138****8000" },
  });
});

test("a recording is told as heard or downloaded, an export with its size", async () => {
  await expect(
    written((audit, request) => audit.recording(request, RECORD, { as: "listen" })),
  ).resolves.toMatchObject({ api: { operation: "recording.listen" } });
  await expect(
    written((audit, request) => audit.recording(request, RECORD, { as: "download", bytes: 9 })),
  ).resolves.toMatchObject({ api: { operation: "recording.download" }, unmapped: { bytes: 9 } });
  await expect(
    written((audit, request) =>
      audit.exported(request, CALLS, { of: "all", records: 12, bytes: 3_456 }),
    ),
  ).resolves.toMatchObject({
    api: { operation: "export.all" },
    unmapped: { records: 12, bytes: 3_456, filter: { caller: ["138****8000"] } },
  });
});

test("a right that is missing is told by its name", async () => {
  const problem = {
    type: "urn:callscope:problem:right-missing",
    title: "",
    status: 403,
    code: "right_missing",
    right: "exportAll",
  } as const;
  await expect(written((audit, request) => audit.refused(request, problem))).resolves.toMatchObject(
    { status_code: "right_missing", unmapped: { right: "exportAll" } },
  );
});
