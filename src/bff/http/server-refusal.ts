import type { FastifyRequest } from "fastify";
import { BffError } from "./bff-error.ts";

type Asked = Pick<FastifyRequest, "routeOptions">;

/** What Fastify and its file server refuse, by code or name, in our words: theirs may quote the request. */
const REASONS: Readonly<Record<string, (request: Asked) => string>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => "A body is taken as `application/json` only.",
  FST_ERR_CTP_BODY_TOO_LARGE: ({ routeOptions: { bodyLimit } }) =>
    `The body is too large: ${bodyLimit} bytes are taken at most.`,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => "The body is not as long as its Content-Length says.",
  FST_ERR_BAD_URL: () => "A percent-escape in the URL is malformed.",
  FST_ERR_MAX_PARAM_LENGTH: () => "A part of the path is too long.",
  RangeNotSatisfiableError: () => "The file has no such range.",
  PreconditionFailedError: () => "The file is another than the condition names.",
};

/** A refusal of the server beneath us; undefined for any other error, which is a failure. */
export function serverRefusal(error: unknown, request: Asked): BffError | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = "code" in error ? String(error.code) : "";
  const reason = REASONS[code] ?? REASONS[error.name];
  if (reason === undefined && !code.startsWith("FST_")) return undefined;
  const status = statusOf(error);
  if (status < 400 || status >= 500) return undefined;
  const detail = reason?.(request) ?? "The request is malformed.";
  return new BffError("invalid_parameter", { status, detail });
}

function statusOf(error: Error & { statusCode?: unknown; status?: unknown }): number {
  return Number(error.statusCode ?? error.status ?? 500);
}
