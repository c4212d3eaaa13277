import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { onTestFinished, vi } from "vitest";
import { accessFileSchema } from "#bff/access/access-file.ts";
import type { AuditEvent } from "#bff/access/audit/audit-event.ts";
import { createMemorySink } from "#bff/access/audit/audit.kit.ts";
import { keptClaimsOf } from "#bff/access/claims.ts";
import { createTestBff, NO_LIMITS, type TestBff } from "#bff/bff.kit.ts";
import { ok, startScriptedUpstream } from "#bff/upstream/scripted-upstream.kit.ts";
import { createLog } from "#bff/watch/log.ts";
import { readServerSettings } from "#process/settings/server-settings.ts";
import { SESSION_COOKIE } from "./cookies.ts";
import {
  startTestProvider,
  TEST_CLIENT,
  type TestProvider,
  type TestProviderOptions,
} from "./provider.kit.ts";
import { openSignIn } from "./sign-in.ts";
import { createVisitor, type Visited, type Visitor } from "./visitor.kit.ts";

export const PUBLIC_URL = "https://calls.example.com";
export const TEST_SECRET = "the-first-secret-of-32-characters";
const TEST_LINK_SECRET = "another-of-the-tests-never-to-be-seen";

export interface Replica extends TestBff {
  /** Where it listens. */
  readonly url: string;
}

export interface Team {
  readonly provider: TestProvider;
  readonly replica: Replica;
  /** A new browser; `replicas` take turns. */
  visitor(...replicas: readonly Replica[]): Visitor;
  /** Another server at the same public address. */
  another(environment?: Readonly<Record<string, string>>): Promise<Replica>;
  /** What the audit logs of all servers hold. */
  audited(): readonly AuditEvent[];
  /** From now on nothing can be noted, but so many more lines. */
  fillAuditLog(linesLeft?: number): void;
  /** All that any server has logged. */
  log(): string;
}

export interface TeamOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly provider?: Partial<TestProviderOptions>;
  readonly now?: () => number;
}

/** Who may do what here: `groups` is kept as it is told. */
const TEAM_ACCESS = accessFileSchema.parse({
  skillGroupsClaim: "groups",
  agentsClaim: "agent_ids",
  roles: [
    {
      name: "supervisor",
      claim: "groups",
      values: ["supervisors"],
      rights: { instances: "all", calls: "all", numbers: "full", searchByNumber: true },
    },
    {
      name: "agent",
      claim: "groups",
      values: ["agents"],
      rights: { instances: "all", calls: "own-calls" },
    },
  ],
});

/** For tests: a provider, and servers whose readers sign in there. All ends with the test. */
export async function openTeam(options: TeamOptions = {}): Promise<Team> {
  const upstream = await startScriptedUpstream(ok({ List: [], TotalCount: 0 }));
  onTestFinished(() => upstream.close());
  const dist = mkdtempSync(join(tmpdir(), "callscope-dist-"));
  onTestFinished(() => rmSync(dist, { recursive: true }));
  writeFileSync(join(dist, "index.html"), "<!doctype html><title>The dashboard</title>");
  const auditSink = createMemorySink();
  const replicas: Replica[] = [];
  const chunks: string[] = [];
  const stream = new PassThrough();
  stream.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));

  const provider = await startTestProvider({
    publicUrl: PUBLIC_URL,
    deliver: (url) => url.replace(PUBLIC_URL, replicas[0]?.url ?? ""),
    ...options.provider,
  });
  onTestFinished(() => provider.close());

  async function another(environment: Readonly<Record<string, string>> = {}): Promise<Replica> {
    const all = {
      PUBLIC_URL,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: TEST_CLIENT.id,
      OIDC_CLIENT_SECRET: TEST_CLIENT.secret,
      SESSION_SECRETS: TEST_SECRET,
      LINK_SECRETS: TEST_LINK_SECRET,
      CCC_INSTANCE_IDS: "ccc-test",
      ACCESS_FILE: "access.json",
      LOG_LEVEL: "trace",
      ...options.environment,
      ...environment,
    };
    const settings = readServerSettings(all);
    if (settings.signIn === undefined) throw new Error("Nobody is to sign in.");
    const opened = await openSignIn({
      settings: settings.signIn,
      keptClaims: keptClaimsOf(TEAM_ACCESS),
      log: createLog(settings, stream),
      ...(options.now && { now: options.now }),
    });
    const bff = await createTestBff(upstream.endpoint, all, {
      signIn: opened,
      access: TEAM_ACCESS,
      staticRoot: dist,
      auditSink,
      limits: NO_LIMITS,
    });
    onTestFinished(() => bff.app.close());
    await bff.app.listen({ host: "127.0.0.1", port: 0 });
    // The address of a TCP server is an object.
    const { port } = bff.app.server.address() as AddressInfo;
    const replica = { ...bff, url: `http://127.0.0.1:${port}` };
    replicas.push(replica);
    return replica;
  }

  const replica = await another();
  return {
    provider,
    replica,
    another,
    audited: auditSink.events,
    fillAuditLog: auditSink.fillUp,
    visitor(...chosen) {
      const turns = chosen.length === 0 ? [replica] : chosen;
      let turn = 0;
      return createVisitor((origin) => {
        if (origin !== PUBLIC_URL) return origin;
        turn += 1;
        return turns[(turn - 1) % turns.length]?.url ?? "";
      });
    },
    log: () => [...chunks, ...replicas.map((one) => one.log())].join(""),
  };
}

/** Visits a page, and signs in on the way. */
export async function signIn(visitor: Visitor, user = "wang", path = "/"): Promise<Visited> {
  return visitor.logIn(await visitor.visit(PUBLIC_URL + path), { user });
}

/** Whether somebody is signed in: the status of what `/api` answers. */
export async function apiStatus(visitor: Visitor): Promise<number> {
  return (await visitor.ask(`${PUBLIC_URL}/api/session`)).status;
}

export function sessionCookie(visitor: Visitor): string | undefined {
  return visitor.cookies.get(new URL(PUBLIC_URL).host)?.get(SESSION_COOKIE);
}

export function setSessionCookie(visitor: Visitor, value: string): void {
  visitor.cookies.get(new URL(PUBLIC_URL).host)?.set(SESSION_COOKIE, value);
}

/** Lets time stand for everybody in this process, until it is moved; it ends with the test. */
export function standTime(): (ms: number) => void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  return (ms) => void vi.setSystemTime(Date.now() + ms);
}
