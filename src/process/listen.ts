import type { Server } from "node:http";
import type { FastifyInstance } from "fastify";
import { StartError } from "./start-error.ts";

export interface Place {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** The variables or options that say where. */
export interface PlaceNames {
  readonly host: string;
  readonly port: string;
}

/**
 * Listens at a place, and gives its address as browsers want it.
 *
 * @param names the variables by which another place is chosen
 * @throws StartError where it may not, or something else does
 */
export async function listen(
  app: FastifyInstance,
  place: Place,
  names: PlaceNames = { host: "HOST", port: "PORT" },
): Promise<string> {
  try {
    await app.listen({ host: place.host, port: place.port });
  } catch (error) {
    throw listenError(error, place, names);
  }
  return addressOf(app.server, place);
}

/** Such as `http://127.0.0.1:8080`, with the port that the server has taken. */
export function addressOf(server: Pick<Server, "address"> | null, { host, port }: Place): string {
  const address = server?.address() ?? null;
  const taken = address !== null && typeof address === "object" ? address.port : port;
  return `http://${host.includes(":") ? `[${host}]` : host}:${taken}`;
}

/**
 * What listening failed with, in words where there are some.
 *
 * @param names by which another place is chosen
 */
export function listenError(error: unknown, { host, port }: Place, names: PlaceNames): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  // Vite's own refusal has no code.
  if (code === "EADDRINUSE" || /is already in use/.test(String(error)))
    return new StartError(
      `Port ${port} of ${host} is in use: stop what uses it, or set ${names.port}.`,
    );
  if (code === "EACCES")
    return new StartError(`Port ${port} may not be used here: set ${names.port}.`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return new StartError(`${names.host} is not an address of this machine.`);
  return error;
}
