import { PassThrough } from "node:stream";
import type { FastifyInstance } from "fastify";
import { createBff, type BffDeps } from "./app.ts";
import { readConfig } from "#process/config.ts";
import { createStaticCredentials } from "./upstream/credentials.ts";
import { createLog } from "./watch/log.ts";

export const TEST_CREDENTIALS = {
  accessKeyId: "test-key-id",
  accessKeySecret: "test-key-secret-never-to-be-seen",
} as const;

export interface TestBff {
  readonly app: FastifyInstance;
  /** Everything logged so far, at every level. */
  log(): string;
}

/** For tests: a BFF in front of `endpoint`, with its log kept. */
export async function createTestBff(
  endpoint: string,
  environment: Readonly<Record<string, string>> = {},
  deps: Partial<BffDeps> = {},
): Promise<TestBff> {
  const config = readConfig({ CCC_ENDPOINT: endpoint, LOG_LEVEL: "trace", ...environment });
  const chunks: string[] = [];
  const stream = new PassThrough();
  stream.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
  const app = await createBff({
    config,
    upstream: { endpoint, credentials: createStaticCredentials(TEST_CREDENTIALS) },
    sampleData: true,
    log: createLog(config, stream),
    ...deps,
  });
  return { app, log: () => chunks.join("") };
}
