import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "playwright/test";
import { startServer } from "../kit/start-server.ts";

test("a link with a number outlives the server, by a secret beside the database", async () => {
  const folder = mkdtempSync(join(tmpdir(), "callscope-restart-"));
  try {
    const database = join(folder, "calls.duckdb");
    const env = { EMBEDDED_DATABASE: database, SAMPLE_RECORDS: "200", SAMPLE_SEED: "7" };
    const first = await startServer(env);
    const reply = await fetch(`${first.url}/api/links`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ numbers: { caller: "13800138000" } }),
    });
    const { instance, numbers } = (await reply.json()) as {
      instance: string;
      numbers: { caller: { token: string } };
    };
    expect(await first.stop()).toBe(0);
    expect(statSync(`${database}.link-secret`).mode & 0o777).toBe(0o600);

    const second = await startServer(env);
    const link = `/api/records?instance=${instance}&caller=${numbers.caller.token}`;
    const answer = await fetch(second.url + link);
    expect(answer.status, await answer.text()).toBe(200);
    expect(await second.stop()).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
