import type { Page } from "playwright/test";
import { TEST_CLIENT } from "#bff/access/sign-in/provider.kit.ts";
import { freePort } from "./free-port.ts";
import { expect, test as base } from "./server-fixture.ts";
import { startServer, type RunningServer } from "./start-server.ts";

interface SignInFixtures {
  /** Where readers sign in. */
  provider: RunningServer;
  /** Where they reach the server. */
  publicUrl: string;
}

const SAMPLE = { SAMPLE_RECORDS: "2000", SAMPLE_SEED: "7" };
const SESSION_SECRET = "a-secret-of-the-tests-never-to-be-seen";
const LINK_SECRET = "another-of-the-tests-never-to-be-seen";

/** What a server is told to sign readers in there. */
export function signInEnvironment(
  provider: Pick<RunningServer, "url">,
  publicUrl: string,
): Readonly<Record<string, string>> {
  return {
    ...SAMPLE,
    PORT: new URL(publicUrl).port,
    PUBLIC_URL: publicUrl,
    OIDC_ISSUER: provider.url,
    OIDC_CLIENT_ID: TEST_CLIENT.id,
    OIDC_CLIENT_SECRET: TEST_CLIENT.secret,
    SESSION_SECRETS: SESSION_SECRET,
    LINK_SECRETS: LINK_SECRET,
    ACCESS_FILE: "e2e/session/access.json",
    LOG_LEVEL: "trace",
  };
}

/** The server with a provider at which its readers sign in. */
export const test = base.extend<object, SignInFixtures>({
  publicUrl: [async ({}, use) => use(`http://localhost:${await freePort()}`), { scope: "worker" }],
  provider: [
    async ({ publicUrl }, use) => {
      const provider = await startServer({ PUBLIC_URL: publicUrl }, [
        "e2e/session/provider-command.ts",
      ]);
      await use(provider);
      await provider.stop();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ provider, publicUrl, serverEnv }, use) => {
      const server = await startServer({
        ...signInEnvironment(provider, publicUrl),
        ...serverEnv,
      });
      await use({ ...server, url: publicUrl });
      const output = server.output();
      for (const secret of [TEST_CLIENT.secret, SESSION_SECRET, LINK_SECRET])
        expect(output).not.toContain(secret);
      expect(await server.stop(), output).toBe(0);
    },
    { scope: "worker" },
  ],
});

/** Types a name into the provider's form, which is open. */
export async function logIn(page: Page, user = "wang"): Promise<void> {
  await page.getByLabel("Name").fill(user);
  await page.getByRole("button", { name: "Log in" }).click();
}

export { expect };
