import { listenError } from "#process/listen.ts";
import { StartError } from "#process/start-error.ts";
import { DatabaseError } from "./database/database-error.ts";

/**
 * What opening the upstream failed with, in words where there are some.
 *
 * @param portName the variable or option by which another port is chosen
 */
export function openingError(error: unknown, port: number, portName: string): unknown {
  return error instanceof DatabaseError
    ? new StartError(error.message, { cause: error })
    : listenError(error, { host: "127.0.0.1", port }, { host: "127.0.0.1", port: portName });
}
