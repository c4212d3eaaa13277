import { addressOf, listenError, type Place } from "./listen.ts";
import { PROJECT_ROOT } from "./project-paths.ts";

export interface DevServer {
  /** As browsers want it. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Vite's server, which rebuilds the browser's half as files change.
 *
 * @param bff where the requests for `bffPaths` go
 * @throws StartError where it cannot listen
 */
export async function startDevServer(
  place: Place,
  bff: string,
  bffPaths: readonly string[],
): Promise<DevServer> {
  // Loaded here, for it is no part of what is served to readers.
  const { createServer } = await import("vite");
  const server = await createServer({
    root: PROJECT_ROOT,
    server: {
      host: place.host,
      port: place.port,
      strictPort: true,
      // The host stays what the browser asked for: the BFF holds the origin of a request against it.
      proxy: Object.fromEntries(
        bffPaths.map((path) => [path, { target: bff, changeOrigin: false }]),
      ),
    },
  });
  try {
    await server.listen();
  } catch (error) {
    throw listenError(error, place, { host: "HOST", port: "PORT" });
  }
  return { address: addressOf(server.httpServer, place), close: () => server.close() };
}
