import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How to answer one request; the last of a script answers all that follow. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface ScriptedUpstream {
  readonly endpoint: string;
  /** The requests so far, in order. */
  readonly requests: readonly Pick<IncomingMessage, "method" | "url" | "headers">[];
  /** Resolves when the connection of some request is closed before its reply was complete. */
  readonly abandoned: Promise<void>;
  close(): Promise<void>;
}

/** For tests: faults that no well-behaved upstream shows, over real HTTP. */
export async function startScriptedUpstream(...script: Answer[]): Promise<ScriptedUpstream> {
  const requests: IncomingMessage[] = [];
  const { promise: abandoned, resolve: abandon } = deferred();
  const server = createServer((request, response) => {
    const answer = script[Math.min(requests.length, script.length - 1)];
    requests.push(request);
    response.on("close", () => {
      if (!response.writableFinished) abandon();
    });
    answer?.(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  // The address of a TCP server is an object.
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    requests,
    abandoned,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** Answers with JSON, a string being sent as it is. */
export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return (_request, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
}

/** A success with `data`. */
export function ok(data: unknown): Answer {
  return json(200, { Code: "OK", HttpStatusCode: 200, RequestId: "request-ok", Data: data });
}

/** A refusal in the service's form. */
export function refusal(
  status: number,
  code: string,
  message = "",
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const body = {
    Code: code,
    Message: message,
    RequestId: "request-refused",
    HttpStatusCode: status,
  };
  return json(status, body, headers);
}

export const hang: Answer = () => undefined;
export const reset: Answer = (request) => {
  request.socket.destroy();
};
