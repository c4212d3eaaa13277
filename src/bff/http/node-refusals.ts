import { ServerResponse, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { FastifyInstance } from "fastify";
import { BffError } from "./bff-error.ts";

/**
 * What Node would refuse by itself, or hang up on without a word, is brought to our hooks, so that it is
 * refused, told and counted as all else is. A wish to upgrade needs nothing: nobody here upgrades, so Node
 * takes the request as one without that wish.
 */
export function addNodeRefusals(app: FastifyInstance): void {
  const { server } = app;
  server.on("checkExpectation", (request, response) => server.emit("request", request, response));
  server.on("connect", (request: IncomingMessage, socket: Duplex) =>
    server.emit("request", request, lastAnswerOn(socket, request)),
  );
  app.addHook("onRequest", async ({ headers: { expect } }) => {
    if (expect === undefined || /^100-continue$/i.test(expect)) return;
    throw new BffError("invalid_parameter", {
      status: 417,
      field: "Expect",
      detail: "The server meets no expectation other than `100-continue`.",
    });
  });
}

/** Of a tunnel Node has let go of the socket: nobody else answers, minds its errors or closes it. */
function lastAnswerOn(socket: Duplex, request: IncomingMessage): ServerResponse {
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  // Node types it as any stream, since tests may bring their own; of a server of ours it is its socket.
  response.assignSocket(socket as IncomingMessage["socket"]);
  socket.on("error", () => socket.destroy());
  response.once("finish", () => request.socket.destroySoon());
  return response;
}
