import { PassThrough } from "node:stream";
import type { FastifyInstance } from "fastify";
import { createBff, type BffDeps } from "./app.ts";
import { readServerSettings } from "#process/settings/server-settings.ts";
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
  const settings = readServerSettings({
    CCC_ENDPOINT: endpoint,
    LOG_LEVEL: "trace",
    ...environment,
  });
  const chunks: string[] = [];
  const stream = new PassThrough();
  stream.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
  const app = await createBff({
    settings,
    upstream: {
      endpoint,
      credentials: createStaticCredentials(TEST_CREDENTIALS),
      sampleData: true,
    },
    log: createLog(settings, stream),
    ...deps,
  });
  return { app, log: () => chunks.join("") };
}
