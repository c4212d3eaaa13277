import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { ViteDevServer } from "vite";
import { createBff } from "#bff/app.ts";
import {
  readConfig,
  type CloudUpstream,
  type Config,
  type EmbeddedUpstream,
} from "#process/config.ts";
import {
  createChainCredentials,
  createStaticCredentials,
  type CredentialsSource,
} from "#bff/upstream/credentials.ts";
import { createLog } from "#bff/watch/log.ts";
import { StartError } from "#process/start-error.ts";
import { DatabaseError } from "#embedded/database/database-error.ts";
import { IN_MEMORY } from "#process/upstream-environment.ts";
import { runUntilSignal, type Run } from "#process/run-until-signal.ts";

// The Node door: environment → upstream → BFF → listen → close. With no credentials in the
// environment the embedded upstream runs in this process, behind a port of its own. `--dev` puts
// Vite's server, which rebuilds as files change, in front of the BFF.

const PROJECT_ROOT = fileURLToPath(new URL("..", import.meta.url));
const DIST = fileURLToPath(new URL("../dist", import.meta.url));
/** Where `npm run import` puts its records unless told otherwise. */
const IMPORTED_DATABASE = fileURLToPath(new URL("../.data/callscope.duckdb", import.meta.url));

interface OpenUpstream {
  readonly endpoint: string;
  readonly credentials: CredentialsSource;
  readonly sampleData: boolean;
  /** Which data this is, for whoever started the server. */
  readonly words: string;
  close(): Promise<void>;
}

function openCloud({ endpoint, credentials }: CloudUpstream): OpenUpstream {
  return {
    endpoint,
    credentials:
      credentials === undefined ? createChainCredentials() : createStaticCredentials(credentials),
    sampleData: false,
    words: `Data: the call records of ${endpoint}`,
    close: () => Promise.resolve(),
  };
}

async function openEmbedded(
  settings: EmbeddedUpstream,
  { timeZone }: Config,
  logger: Logger,
  signal: AbortSignal,
): Promise<OpenUpstream> {
  // Loaded here, so that a server of the provider's cloud never loads a database.
  const { openUpstream } = await import("#embedded/open-upstream.ts");
  const { database: named, kind: _kind, ...rest } = settings;
  const file = databaseFile(named);
  // Nobody but the BFF of this process has to know them.
  const accessKeyId = randomBytes(12).toString("hex");
  const accessKeySecret = randomBytes(24).toString("hex");
  try {
    const { url, database, close } = await openUpstream({
      ...rest,
      file,
      timeZone,
      accessKeys: [{ accessKeyId, accessKeySecret }],
      logger,
      signal,
      onLiveFailure: (err) => logger.error({ err }, "a live call could not be written"),
    });
    const origin = database.isSample ? "generated sample" : "imported";
    return {
      endpoint: url,
      credentials: createStaticCredentials({ accessKeyId, accessKeySecret }),
      sampleData: database.isSample,
      words: `Data: ${origin} call records ${file === undefined ? "in memory" : `of ${file}`}`,
      close,
    };
  } catch (error) {
    throw listenError(error, "127.0.0.1", settings.port, "EMBEDDED_PORT");
  }
}

/** The file to open; undefined: the sample, in memory. */
function databaseFile(named: string | undefined): string | undefined {
  if (named !== undefined) return named === IN_MEMORY ? undefined : named;
  return existsSync(IMPORTED_DATABASE) ? IMPORTED_DATABASE : undefined;
}

async function openUpstreamOf(
  config: Config,
  log: Logger,
  signal: AbortSignal,
): Promise<OpenUpstream> {
  const { upstream } = config;
  return upstream.kind === "cloud"
    ? openCloud(upstream)
    : openEmbedded(upstream, config, log, signal);
}

/** Listens, and gives the address as a browser wants it. */
async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw listenError(error, host, port, "PORT");
  }
  return originOf(host, portOf(app.server));
}

function portOf(server: Pick<Server, "address">): number {
  const address = server.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}

function originOf(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function listenError(error: unknown, host: string, port: number, name: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  // Vite's own refusal has no code.
  if (code === "EADDRINUSE" || /is already in use/.test(String(error)))
    return new StartError(`Port ${port} of ${host} is in use: stop what uses it, or set ${name}.`);
  if (code === "EACCES") return new StartError(`Port ${port} may not be used here: set ${name}.`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return new StartError("HOST is not an address of this machine.");
  return error;
}

/** Vite's server on HOST:PORT; what is the BFF's goes to the BFF. */
async function startVite(config: Config, bff: string): Promise<ViteDevServer> {
  const { host, port } = config;
  const { createServer } = await import("vite");
  const server = await createServer({
    root: PROJECT_ROOT,
    server: {
      host,
      port,
      strictPort: true,
      proxy: Object.fromEntries(
        ["/api", "/auth", "/healthz", "/readyz", "/metrics"].map((path) => [path, bff]),
      ),
    },
  });
  try {
    return await server.listen();
  } catch (error) {
    throw listenError(error, host, port, "PORT");
  }
}

async function start(run: Run): Promise<void> {
  const dev = process.argv.includes("--dev");
  const config = readConfig(process.env);
  const log = createLog(config);
  const upstream = await openUpstreamOf(config, log, run.signal);
  run.add(upstream);
  const app = await createBff({
    config,
    upstream,
    sampleData: upstream.sampleData,
    log,
    staticRoot: dev ? undefined : DIST,
  });
  run.add(app);
  if (dev) {
    const bff = await listen(app, "127.0.0.1", 0);
    const vite = await startVite(config, bff);
    run.add(vite);
    const port = vite.httpServer === null ? config.port : portOf(vite.httpServer);
    console.log(`Callscope: ${originOf(config.host, port)} (development)`);
  } else {
    const address = await listen(app, config.host, config.port);
    console.log(`Callscope: ${address}`);
  }
  console.log(upstream.words);
}

await runUntilSignal(start, (error) => {
  const isForPeople = error instanceof StartError || error instanceof DatabaseError;
  return isForPeople ? error.message : error;
});
