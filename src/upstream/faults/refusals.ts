import type { FastifyReply } from "fastify";
import { errorBody, WireError } from "#upstream/request/wire-error.ts";
import type { Fault } from "./fault.ts";

/** In ms. A client that waits so long each time gives up within a few seconds. */
const RETRY_AFTER_MS = 1_000;

function throttle(reply: FastifyReply, status: 400 | 429): FastifyReply {
  const { id, headers } = reply.request;
  const refusal = new WireError("Throttling.User");
  return reply.code(status).send(errorBody(refusal, id, "gateway", headers.host ?? ""));
}

export const throttled: Fault = ({ reply }) =>
  throttle(reply.header("x-acs-retry-after", String(RETRY_AFTER_MS)), 429);

/** The first, the third, and so on. The provider answers it with either status; this is the other. */
export const throttledEverySecond: Fault = ({ envelope, reply, before }) =>
  before % 2 === 0 ? throttle(reply, 400) : reply.send(envelope);

export const internalError: Fault = ({ reply }) => {
  const error = new WireError("InternalService.Common");
  return reply.code(error.status).send(errorBody(error, reply.request.id, "service", ""));
};

const HTML = `<html>
<head><title>503 Service Temporarily Unavailable</title></head>
<body><center><h1>503 Service Temporarily Unavailable</h1></center></body>
</html>
`;

/** What stands in front of the service, when there is nothing behind it. */
export const gatewayUnavailable: Fault = ({ reply }) =>
  reply.code(503).type("text/html; charset=utf-8").send(HTML);

export const notOk: Fault = ({ reply }) => {
  const error = new WireError("InternalService.Common");
  const body = errorBody(error, reply.request.id, "service", "");
  return reply.send({ ...body, HttpStatusCode: 200 });
};

/** A key may be allowed the list and not this: the events of one call are refused, all else is answered. */
export const eventsForbidden: Fault = ({ envelope, reply }) => {
  if (!hasEvents(envelope.Data)) return reply.send(envelope);
  const error = new WireError("NoPermission");
  return reply.code(error.status).send(errorBody(error, reply.request.id, "service", ""));
};

const hasEvents = (data: unknown) =>
  typeof data === "object" && data !== null && "AgentEvents" in data;
