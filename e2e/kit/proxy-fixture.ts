import { expect, test as base } from "./server-fixture.ts";
import { startServer } from "./start-server.ts";
import { startUpstreamProxy, type UpstreamProxy } from "./upstream-proxy.ts";

const KEYS = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: "LTAIe2etestkey",
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: "e2e-secret-that-must-not-leak",
};

interface ProxyFixtures {
  /** What the upstream behind the way is configured with. */
  upstreamEnv: Readonly<Record<string, string>>;
  /** The way from the server to the upstream: it can fail, be slow, and tells what came by. */
  way: UpstreamProxy;
}

/** The server with credentials and an endpoint, as against the cloud. */
export const test = base.extend<object, ProxyFixtures>({
  upstreamEnv: [{ SAMPLE_RECORDS: "3000" }, { option: true, scope: "worker" }],
  way: [
    async ({ upstreamEnv }, use) => {
      const upstream = await startServer({ ...KEYS, ...upstreamEnv }, [
        "src/embedded/upstream-command.ts",
        "--port",
        "0",
      ]);
      const proxy = await startUpstreamProxy(upstream.url);
      await use(proxy);
      proxy.close();
      await upstream.stop();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ way, serverEnv }, use) => {
      const server = await startServer({
        ...KEYS,
        CCC_ENDPOINT: way.url,
        UPSTREAM_TIMEOUT_MS: "1500",
        ...serverEnv,
      });
      await use(server);
      const output = server.output();
      expect(output).not.toContain(KEYS.ALIBABA_CLOUD_ACCESS_KEY_SECRET);
      expect(output).not.toContain("19900001234");
      expect(await server.stop(), output).toBe(0);
    },
    { scope: "worker" },
  ],
});

export { expect };
