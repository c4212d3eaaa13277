import { PassThrough } from "node:stream";
import type { FastifyInstance } from "fastify";
import { expect } from "vitest";
import type { Ask } from "#contract/api/asks.ts";
import { countsLineSchema, type CountsLine } from "#contract/api/counts.ts";
import { problemSchema, type Problem } from "#contract/api/errors.ts";
import { readServerSettings } from "#process/settings/server-settings.ts";
import type { RequestLimits } from "./access/request-limits.ts";
import { createBff, type BffDeps } from "./app.ts";
import { createStaticCredentials } from "./upstream/credentials.ts";
import { createLog } from "./watch/log.ts";

export const TEST_CREDENTIALS = {
  accessKeyId: "test-key-id",
  accessKeySecret: "test-key-secret-never-to-be-seen",
} as const;

/** Tests ask more in a minute than people do. */
export const NO_LIMITS: RequestLimits = { address: 1e9, reader: 1e9, signIn: 1e9 };

export interface TestBff {
  readonly app: FastifyInstance;
  /** The reply to a GET, parsed: it must be a success, and one that no cache keeps. */
  get<Reply>(path: string, schema: { parse(reply: unknown): Reply }): Promise<Reply>;
  /** The problem that answers a GET. */
  problem(path: string): Promise<Problem>;
  /** The lines that answer questions about counts. */
  counts(asks: readonly Ask[]): Promise<readonly CountsLine[]>;
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
  return {
    app,
    async get(path, schema) {
      const { statusCode, body, headers } = await app.inject(path);
      expect(statusCode, body).toBe(200);
      expect(headers["cache-control"]).toBe("no-store");
      return schema.parse(JSON.parse(body));
    },
    async problem(path) {
      const { statusCode, body, headers } = await app.inject(path);
      const problem = problemSchema.parse(JSON.parse(body));
      expect(headers["content-type"]).toBe("application/problem+json; charset=utf-8");
      expect(statusCode).toBe(problem.status);
      return problem;
    },
    async counts(asks) {
      const payload = { asks };
      const reply = await app.inject({ method: "POST", url: "/api/counts", payload });
      expect(reply.statusCode, reply.body).toBe(200);
      expect(reply.headers["content-type"]).toBe("application/x-ndjson; charset=utf-8");
      const lines = reply.body.trimEnd().split("\n");
      return lines.map((line) => countsLineSchema.parse(JSON.parse(line)));
    },
    log: () => chunks.join(""),
  };
}
