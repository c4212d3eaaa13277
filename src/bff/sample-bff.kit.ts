import { onTestFinished } from "vitest";
import { createDuckDbStore } from "#embedded/duckdb-store.ts";
import { openEmbeddedDatabase } from "#embedded/open-database.ts";
import { startUpstreamServer } from "#upstream/upstream-server.ts";
import type { BffDeps } from "./app.ts";
import { createTestBff, TEST_CREDENTIALS, type TestBff } from "./bff.kit.ts";

export interface SampleBff extends TestBff {
  /** Another before the same upstream, which knows nothing yet; it ends with the test. */
  another(
    environment?: Readonly<Record<string, string>>,
    deps?: Partial<BffDeps>,
  ): Promise<TestBff>;
  close(): Promise<void>;
}

/** For tests: a BFF before the embedded upstream, with generated calls. */
export async function startSampleBff(
  sample: { readonly sampleRecords: number; readonly sampleSeed: string },
  environment: Readonly<Record<string, string>> = {},
): Promise<SampleBff> {
  const timeZone = "Asia/Shanghai";
  const database = await openEmbeddedDatabase({ ...sample, timeZone });
  const upstream = await startUpstreamServer({
    store: createDuckDbStore(database),
    accessKeys: [TEST_CREDENTIALS],
    timeZone,
  });
  const bff = await createTestBff(upstream.url, environment);
  return {
    ...bff,
    async another(...rest) {
      const other = await createTestBff(upstream.url, ...rest);
      onTestFinished(() => other.app.close());
      return other;
    },
    async close() {
      await bff.app.close();
      await upstream.close();
      await database.close();
    },
  };
}
