import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyServerOptions } from "fastify";
import { BARE_HEADERS } from "./bare-headers.ts";

/** Where the parser of HTTP gave up; whatever else it says is a 400. */
const STATUSES: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
};

const HEADERS = {
  ...BARE_HEADERS,
  "content-type": "application/problem+json; charset=utf-8",
  connection: "close",
};

/** Answers what is not HTTP, or not in time, as every other error is answered, and hangs up. */
export const answerClientError: NonNullable<FastifyServerOptions["clientErrorHandler"]> = (
  error,
  socket: Socket,
) => {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  // Behind what was written already it could be read as a part of an answer that is still under way.
  if (socket.bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const status = STATUSES[error.code] ?? 400;
  const body = JSON.stringify({
    type: "urn:callscope:problem:invalid-parameter",
    title: "A parameter is not valid",
    status,
    code: "invalid_parameter",
    detail: "The request is not HTTP as this server reads it.",
  });
  const head = Object.entries({ ...HEADERS, "content-length": Buffer.byteLength(body) });
  const lines = head.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  if (socket.writable)
    socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines}\r\n${body}`);
  socket.destroySoon();
};
