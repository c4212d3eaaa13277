import { pino, type DestinationStream, type Logger } from "pino";
import type { ServerSettings } from "#process/settings/server-settings.ts";

/**
 * Where in the code an error arose, and what kind it is. Messages are left out: those of libraries
 * may quote the data they failed on, and that holds phone numbers.
 */
function describeError(error: unknown): Record<string, unknown> | undefined {
  if (!(error instanceof Error)) return undefined;
  const cause: unknown = error.cause;
  return {
    type: error.name,
    ...kindOf(error),
    ...("code" in error && { code: error.code }),
    frames: error.stack?.split("\n").filter((line) => /^\s+at /.test(line)),
    ...(cause instanceof Error && { cause: describeError(cause) }),
  };
}

/** A database names the kind of its errors in front of what it says, such as `IO Error: …`. */
function kindOf({ message }: Error): { kind?: string } {
  const kind = /^[A-Za-z ]{1,40} Error(?=:)/.exec(message)?.[0];
  return kind === undefined ? {} : { kind };
}

/**
 * JSON lines. Callers log codes, route patterns and ids, never a URL, a parameter or a record; the
 * redaction and the serializers are the second net under that rule.
 */
export function createLog(
  { logLevel }: Pick<ServerSettings, "logLevel">,
  destination?: DestinationStream,
): Logger {
  return pino(
    {
      level: logLevel,
      base: null,
      serializers: {
        err: describeError,
        req: () => undefined,
        res: () => undefined,
      },
      redact: {
        paths: ["authorization", "accessKeySecret", "securityToken", "url", "query"].flatMap(
          (name) => [name, `*.${name}`],
        ),
        remove: true,
      },
    },
    destination ?? standardOutput(),
  );
}

function standardOutput(): DestinationStream {
  const destination = pino.destination({ fd: 1, sync: true });
  // A full disk loses lines of this log, and ends nothing; unheard, the error would.
  destination.on("error", () => {});
  return destination;
}
