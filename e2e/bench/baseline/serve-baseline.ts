import { once } from "node:events";
import { createServer, request, type ServerResponse, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { build, type Rolldown } from "vite";

/** What the dashboard is held against: an afternoon's table, and a list by a library that is tuned. */
export type BaselineName = "plain-table" | "tuned-list";

export interface BaselinePage {
  /** An origin, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** JavaScript of the page, kB (1024 bytes), brotli. */
  readonly weightKb: number;
  close(): void;
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

/** The page's files by their paths, compressed as the BFF has those of the dashboard. */
async function buildFiles(name: BaselineName): Promise<Map<string, Buffer>> {
  const result = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: "error",
    plugins: [react()],
    build: {
      write: false,
      target: "es2023",
      chunkSizeWarningLimit: 1000,
      rolldownOptions: { input: `${import.meta.dirname}/${name}.html` },
    },
  });
  // One build without watch gives one output.
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  return new Map(
    output.map((file) => [
      `/${file.fileName}`,
      brotliCompressSync(file.type === "chunk" ? file.code : file.source),
    ]),
  );
}

/** What the BFF says of its own page, but for what is of the page's body. */
async function pageHeaders(bff: string): Promise<Record<string, string>> {
  const { headers } = await fetch(bff);
  const ofBody =
    /^(accept-|cache-|connection|content-(?!security)|date|etag|keep-|last-|transfer-|vary|x-request)/;
  return Object.fromEntries([...headers].filter(([name]) => !ofBody.test(name)));
}

/**
 * Builds a page of this folder and serves it from memory: it is no part of the product. What it asks of
 * `/api` goes on to the BFF at `bff`. It has the headers of the BFF's page: for one of them the browser begins
 * a process anew.
 */
export async function serveBaseline(baseline: BaselineName, bff: string): Promise<BaselinePage> {
  const [files, headers] = await Promise.all([buildFiles(baseline), pageHeaders(bff)]);
  const server = createServer((asked, reply) => {
    const [path = "/"] = (asked.url ?? "/").split("?");
    if (path.startsWith("/api/")) passOn(asked, reply, bff);
    else sendFile(reply, files, path === "/" ? `/${baseline}.html` : path, headers);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  // A server that listens on TCP has an address of this shape.
  const { port } = server.address() as AddressInfo;
  const scripts = [...files].filter(([name]) => name.endsWith(".js"));
  return {
    url: `http://127.0.0.1:${port}`,
    weightKb: scripts.reduce((sum, [, { length }]) => sum + length, 0) / 1024,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function sendFile(
  reply: ServerResponse,
  files: ReadonlyMap<string, Buffer>,
  path: string,
  headers: Readonly<Record<string, string>>,
): void {
  const body = files.get(path);
  const type = TYPES[path.split(".").at(-1) ?? ""];
  if (body === undefined || type === undefined) reply.writeHead(404).end();
  else
    reply.writeHead(200, { ...headers, "content-type": type, "content-encoding": "br" }).end(body);
}

function passOn({ url, method, headers }: IncomingMessage, reply: ServerResponse, bff: string) {
  const { host } = new URL(bff);
  const onward = request(`${bff}${url}`, { method, headers: { ...headers, host } }, (answer) => {
    reply.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(reply);
  });
  onward.once("error", () => reply.destroy());
  onward.end();
}
