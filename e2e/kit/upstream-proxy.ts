import { createServer, request as httpRequest, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** How the way to the upstream misbehaves. */
export type Fault =
  | "none"
  | "hang"
  | "reset"
  | "html"
  | "truncated"
  | "code-not-ok"
  | "throttled"
  | "forbidden"
  | "bad-key"
  | "failed"
  | "no-counts"
  | "no-events"
  | "odd-records";

/** A request for records that came by, its parameters by name. */
export interface PassedRequest {
  /** By `performance.now()`. */
  readonly at: number;
  readonly params: Readonly<Record<string, string>>;
}

export interface UpstreamProxy {
  readonly url: string;
  /** The requests for records so far, those that were failed among them. */
  readonly requests: readonly PassedRequest[];
  /** `isMeant` tells the requests for records that it befalls, by their parameters; else all. */
  setFault(fault: Fault, isMeant?: (params: PassedRequest["params"]) => boolean): void;
  /** Lets each request for records wait, ms. */
  setDelay(ms: number): void;
  close(): void;
}

const REQUEST_ID = "7F3A2B1C-0000-4000-8000-00000000E2E0";

function refuse(response: ServerResponse, status: number, code: string) {
  response.writeHead(status, { "content-type": "application/json" });
  // The text holds what the provider's would: never to be passed on.
  const Message = "refused for 19900001234";
  response.end(
    JSON.stringify({ Code: code, Message, RequestId: REQUEST_ID, HttpStatusCode: status }),
  );
}

const ODD_RECORDS = [
  { ContactId: "odd-1", StartTime: Date.UTC(2026, 0, 1), ContactDisposition: "AbandonedOnHold" },
  { ContactId: "odd-2", StartTime: null, ContactType: "INBOUND", TalkTime: "12", Extra: {} },
  { ContactId: "odd-3", AgentNames: 7, CallingNumber: [], SatisfactionIndex: "x" },
  "not a record",
];

const ANSWERS: Record<Fault, (response: ServerResponse) => void> = {
  none: () => {},
  hang: () => {},
  reset: (response) => response.destroy(),
  html: (response) => {
    response.writeHead(502, { "content-type": "text/html" });
    response.end("<html><h1>Bad Gateway</h1></html>");
  },
  truncated: (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end('{"Code":"OK","Data":{"List":[{"Contac');
  },
  "code-not-ok": (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ Code: "Odd.State", Message: "?", RequestId: REQUEST_ID }));
  },
  throttled: (response) => refuse(response, 429, "Throttling.User"),
  forbidden: (response) => refuse(response, 403, "NoPermission"),
  "bad-key": (response) => refuse(response, 404, "InvalidAccessKeyId.NotFound"),
  failed: (response) => refuse(response, 500, "InternalService.Common"),
  "no-counts": (response) => refuse(response, 500, "InternalService.Common"),
  "no-events": (response) => refuse(response, 500, "InternalService.Common"),
  "odd-records": (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const Data = {
      PageNumber: 1,
      PageSize: 100,
      TotalCount: ODD_RECORDS.length,
      List: ODD_RECORDS,
    };
    response.end(JSON.stringify({ Code: "OK", RequestId: REQUEST_ID, Data }));
  },
};

/**
 * A stretch of network before a real upstream, which passes requests on untouched until it is told
 * to fail as networks and providers do. Only records are failed, or the events of one: the session must still open.
 */
export async function startUpstreamProxy(target: string): Promise<UpstreamProxy> {
  let fault: Fault = "none";
  let isFaultFor: (params: PassedRequest["params"]) => boolean = () => true;
  let delayMs = 0;
  const requests: PassedRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const params = Object.fromEntries(new URL(incoming.url ?? "/", target).searchParams);
    const action = incoming.headers["x-acs-action"];
    if (action === "GetCallDetailRecord" && fault === "no-events") {
      ANSWERS[fault](response);
      return;
    }
    const isMeant =
      fault === "no-counts"
        ? params["PageSize"] === "1"
        : fault !== "none" && fault !== "no-events";
    if (action === "ListCallDetailRecords") {
      requests.push({ at: performance.now(), params });
      if (isMeant && isFaultFor(params)) {
        ANSWERS[fault](response);
        return;
      }
      if (delayMs > 0) await sleep(delayMs);
    }
    const { hostname, port } = new URL(target);
    // `host` is signed, so it goes on as it came.
    const onward = httpRequest(
      { hostname, port, method: incoming.method, path: incoming.url, headers: incoming.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on("error", () => response.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  // An http server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    setDelay: (ms) => {
      delayMs = ms;
    },
    setFault: (next, isMeant = () => true) => {
      fault = next;
      isFaultFor = isMeant;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
