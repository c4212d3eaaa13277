import type { LightMyRequestResponse } from "fastify";
import type { BffDeps } from "#bff/app.ts";
import { NO_LIMITS, type TestBff } from "#bff/bff.kit.ts";
import type { SampleBff } from "#bff/sample-bff.kit.ts";
import { createMetrics } from "#bff/watch/metrics.ts";
import type { AuditEvent } from "./audit/audit-event.ts";
import { createMemorySink } from "./audit/audit.kit.ts";
import type { Identify } from "./identity.ts";
import { parseAccessFile } from "./read-access-file.ts";

/** The instances of the sample. */
export const FIRST = "ccc-sample";
export const SECOND = "ccc-sample-2";

const ROLES = {
  manager: { instances: "all", calls: "all", numbers: "full", searchByNumber: true },
  one: { instances: [SECOND], calls: "all", numbers: "full", searchByNumber: true },
  lead: { instances: "all", calls: "own-groups", numbers: "full" },
  agent: { instances: "all", calls: "own-calls", numbers: "full" },
  masked: { instances: "all", calls: "all", numbers: "masked" },
  search: { searchByNumber: true },
  reveal: { revealNumbers: true },
  listen: { recording: { listen: true, download: false } },
  download: { recording: { listen: false, download: true } },
  exporter: { export: { page: true } },
  exporterOfAll: { export: { all: true } },
} as const;

/** For tests: the access file of some readers. */
const TEST_ACCESS = parseAccessFile(
  JSON.stringify({
    whomToAsk: { "en-US": "the desk" },
    skillGroupsClaim: "groups",
    agentsClaim: "agents",
    roles: Object.entries(ROLES).map(([name, rights]) => ({
      name,
      words: { "en-US": `The ${name}` },
      claim: "roles",
      values: [name],
      rights,
    })),
  }),
  undefined,
);

/** Somebody who signs in. */
export interface TestReader {
  readonly roles?: readonly (keyof typeof ROLES)[];
  readonly groups?: readonly string[];
  readonly agents?: readonly string[];
}

const CLAIMS = "x-test-claims";

/** The claims stand in a header; without it nobody is signed in. */
const identifyByHeader: Identify = async ({ headers }) => {
  const text = headers[CLAIMS];
  return typeof text === "string"
    ? { subject: "sub-1", name: "Somebody", claims: JSON.parse(decodeURIComponent(text)) }
    : undefined;
};

/** For tests: the header that says who asks. */
export function headersOf(reader: TestReader): Readonly<Record<string, string>> {
  return { [CLAIMS]: encodeURIComponent(JSON.stringify(reader)) };
}

/** What is sent; a body makes it a POST. */
export interface TestRequest {
  readonly url: string;
  readonly body?: object;
}

export interface ReadersBff {
  readonly bff: TestBff;
  /** `null`: nobody who is signed in. */
  ask(reader: TestReader | null, request: string | TestRequest): Promise<LightMyRequestResponse>;
  /** What the audit log holds. */
  audited(): readonly AuditEvent[];
  /** Upstream calls so far, by the server's own counter. */
  upstreamCalls(): Promise<number>;
}

/** For tests: a server of its own before the same upstream, to which people sign in. */
export async function withReaders(
  server: SampleBff,
  environment: Readonly<Record<string, string>> = {},
  deps: Pick<BffDeps, "teamViews"> = {},
): Promise<ReadersBff> {
  const metrics = createMetrics();
  const auditSink = createMemorySink();
  const bff = await server.another(environment, {
    identify: identifyByHeader,
    access: TEST_ACCESS,
    metrics,
    auditSink,
    limits: NO_LIMITS,
    ...deps,
  });
  const ask: ReadersBff["ask"] = (reader, request) => {
    const { url, body } = typeof request === "string" ? { url: request, body: undefined } : request;
    const headers = reader === null ? {} : headersOf(reader);
    return body === undefined
      ? bff.app.inject({ url, headers })
      : bff.app.inject({ method: "POST", url, headers, payload: body });
  };
  return {
    bff,
    ask,
    audited: auditSink.events,
    async upstreamCalls() {
      const counts = (await metrics.read()).matchAll(
        /^callscope_upstream_call_duration_seconds_count\{.*\} (\d+)$/gm,
      );
      return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
    },
  };
}

/** A question about each thing that counts can tell of a view. */
export function everyAsk(view: string): { readonly asks: readonly object[] } {
  const facets = ["contactDisposition", "agentId", "skillGroupId", "satisfactionDescription"];
  return {
    asks: [
      { of: "total", view },
      ...facets.map((facet) => ({ of: "facet", facet, view })),
      { of: "times", view, edges: [0, 1_000, 4_000_000_000_000] },
      { of: "ranks", view, field: "talkTime", shares: [0.5] },
      { of: "people", view, key: "agentId", seconds: 20 },
      { of: "people", view, key: "skillGroupId", seconds: 20 },
      { of: "figures", view, seconds: 20 },
    ],
  };
}
