import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { ViteDevServer } from "vite";
import { createBff } from "#bff/app.ts";
import { readConfig, type CloudUpstream, type Config, type EmbeddedUpstream } from "#bff/config.ts";
import {
  createChainCredentials,
  createStaticCredentials,
  type CredentialsSource,
} from "#bff/credentials.ts";
import { createLog } from "#bff/log.ts";
import { StartError } from "#bff/start-error.ts";
import { DatabaseError } from "#embedded/database-error.ts";

// The Node door: environment → upstream → BFF → listen → close. With no credentials in the
// environment the embedded upstream runs in this process, behind a port of its own. `--dev` puts
// Vite's server, which rebuilds as files change, in front of the BFF.

const PROJECT_ROOT = fileURLToPath(new URL("..", import.meta.url));
const DIST = fileURLToPath(new URL("../dist", import.meta.url));
/** As a database's name: the sample in memory, whatever lies ready in a file. */
const IN_MEMORY = ":memory:";
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
): Promise<OpenUpstream> {
  // Loaded here, so that a server of the provider's cloud never loads a database.
  const { openEmbeddedDatabase } = await import("#embedded/open-database.ts");
  const { startEmbeddedUpstream } = await import("#embedded/embedded-upstream.ts");
  const { port, database: _named, kind: _kind, ...sample } = settings;
  const file = databaseFile(settings.database);
  const database = await openEmbeddedDatabase({ file, ...sample, timeZone });
  // Nobody but the BFF of this process has to know them.
  const accessKeyId = randomBytes(12).toString("hex");
  const accessKeySecret = randomBytes(24).toString("hex");
  const accessKeys = [{ accessKeyId, accessKeySecret }];
  try {
    const upstream = await startEmbeddedUpstream({ database, accessKeys, timeZone, port, logger });
    const origin = database.isSample ? "generated sample" : "imported";
    return {
      endpoint: upstream.url,
      credentials: createStaticCredentials({ accessKeyId, accessKeySecret }),
      sampleData: database.isSample,
      words: `Data: ${origin} call records ${file === undefined ? "in memory" : `of ${file}`}`,
      async close() {
        await upstream.close();
        await database.close();
      },
    };
  } catch (error) {
    throw listenError(error, "127.0.0.1", port, "EMBEDDED_PORT");
  }
}

/** The file to open; undefined: the sample, in memory. */
function databaseFile(named: string | undefined): string | undefined {
  if (named !== undefined) return named === IN_MEMORY ? undefined : named;
  return existsSync(IMPORTED_DATABASE) ? IMPORTED_DATABASE : undefined;
}

async function openUpstream(config: Config, log: Logger): Promise<OpenUpstream> {
  const { upstream } = config;
  return upstream.kind === "cloud" ? openCloud(upstream) : openEmbedded(upstream, config, log);
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

/** Closes in order, on the first signal; the second does not wait. */
function closeOnSignal(parts: readonly { close(): Promise<unknown> }[]): void {
  let closing = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      if (closing) process.exit(1);
      closing = true;
      void closeAll(parts).then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
}

async function closeAll(parts: readonly { close(): Promise<unknown> }[]): Promise<void> {
  for (const part of parts) await part.close();
}

async function start(): Promise<void> {
  const dev = process.argv.includes("--dev");
  const config = readConfig(process.env);
  const log = createLog(config);
  const upstream = await openUpstream(config, log);
  const app = await createBff({
    config,
    upstream,
    sampleData: upstream.sampleData,
    log,
    staticRoot: dev ? undefined : DIST,
  });
  if (dev) {
    const bff = await listen(app, "127.0.0.1", 0);
    const vite = await startVite(config, bff);
    closeOnSignal([vite, app, upstream]);
    const port = vite.httpServer === null ? config.port : portOf(vite.httpServer);
    console.log(`Callscope: ${originOf(config.host, port)} (development)`);
  } else {
    const address = await listen(app, config.host, config.port);
    closeOnSignal([app, upstream]);
    console.log(`Callscope: ${address}`);
  }
  console.log(upstream.words);
}

try {
  await start();
} catch (error) {
  const isForPeople = error instanceof StartError || error instanceof DatabaseError;
  console.error(isForPeople ? error.message : error);
  process.exit(1);
}
