import type { Page } from "playwright/test";
import { screenOf } from "../kit/screen.ts";
import { expect, logIn, signInEnvironment, test as base } from "../kit/sign-in-fixture.ts";
import { startServer, type RunningServer } from "../kit/start-server.ts";
import { startTurnsProxy, type TurnsProxy } from "../kit/turns-proxy.ts";

const OLD = "the-old-secret-of-these-replicas-32";
const NEW = "the-new-secret-of-these-replicas-32";

interface Replicas {
  readonly proxy: TurnsProxy;
  /** Starts one after another anew, with other secrets: readers meet old and new ones meanwhile. */
  roll(secrets: string, whileRolling: () => Promise<void>): Promise<void>;
}

const test = base.extend<object, { replicas: Replicas }>({
  replicas: [
    async ({ provider, publicUrl }, use) => {
      const proxy = await startTurnsProxy(Number(new URL(publicUrl).port));
      const open = (secrets: string) =>
        startServer({
          ...signInEnvironment(provider, publicUrl),
          PORT: "0",
          SESSION_SECRETS: secrets,
        });
      const running: RunningServer[] = [await open(OLD), await open(OLD)];
      const show = () => (proxy.replicas = running.map(({ url }) => url));
      show();
      await use({
        proxy,
        async roll(secrets, whileRolling) {
          for (const [index, old] of running.entries()) {
            running[index] = await open(secrets);
            show();
            await old.stop();
            await whileRolling();
          }
        },
      });
      await proxy.close();
      for (const server of running) expect(await server.stop(), server.output()).toBe(0);
    },
    { scope: "worker" },
  ],
  // The proxy is what the reader's browser meets.
  server: [
    async ({ replicas: _replicas, publicUrl }, use) => {
      const none = async () => 0;
      await use({ url: publicUrl, pid: 0, now: Date.now, output: () => "", stop: none });
    },
    { scope: "worker" },
  ],
});
test.setTimeout(120_000);

async function seesRows(page: Page): Promise<void> {
  // A page alone would be led to the provider, and back without a word: there the reader is signed in still.
  for (let turn = 0; turn < 2; turn += 1)
    expect((await page.request.get("/api/session")).status()).toBe(200);
  await page.reload();
  await screenOf(page).settled();
}

test("replicas serve a reader in turns, while they start anew and their secrets are replaced", async ({
  page,
  replicas,
}) => {
  const { proxy, roll } = replicas;
  await page.goto("/?range=last7d");
  await logIn(page);
  await screenOf(page).settled();
  await seesRows(page);
  for (const replica of proxy.replicas)
    expect(proxy.given.get(replica) ?? 0, replica).toBeGreaterThan(3);
  // As the guide says: known everywhere before it is used anywhere.
  await roll(`${OLD},${NEW}`, () => seesRows(page));
  await roll(`${NEW},${OLD}`, () => seesRows(page));
  // Gone, it signs out whoever's session is still under it.
  await roll(NEW, async () => {});
  expect((await page.request.get("/api/session")).status()).toBe(401);
});
