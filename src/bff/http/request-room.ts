import type { FastifyInstance, FastifyRequest } from "fastify";
import { BffError } from "./bff-error.ts";
import { whenGone } from "./when-gone.ts";

export interface RequestRoomSettings {
  /** What all requests under way may hold in memory, with their answers until these are sent. */
  readonly requestBytes: number;
}

/** What requests under way hold; what is held for them elsewhere is a part of it. */
export interface RequestRoom {
  /** Bytes. */
  readonly most: number;
  hasRoom(bytes: number): boolean;
  /** Notes what a request holds. What is given back is told once it does not. */
  hold(bytes: number): () => void;
}

/** Of a request without its texts: its connection, its headers, what waits for its answer. */
const REQUEST_BYTES = 4_000;
/** Of a character that was asked, once it is read, asked upstream, and a key. */
const BYTES_PER_ASKED_CHAR = 6;
/** Of a character of an answer, which may be Chinese. */
const BYTES_PER_ANSWERED_CHAR = 2;
/** Whoever has not read an answer by then does not get it: it would hold its room for good. */
const SENDING_MS = 60_000;
const RETRY_AFTER_MS = 1_000;

/**
 * Bounds what requests under way hold in memory, and with it all that waits, flies or is shared on their
 * behalf, since nothing outlives the requests that want it. What has no room is refused: before its body
 * is read, or, where an answer is great, before that is sent.
 *
 * @param onRefused told of each that was
 */
export function addRequestRoom(
  app: FastifyInstance,
  { requestBytes }: RequestRoomSettings,
  onRefused: () => void,
): RequestRoom {
  let held = 0;
  let underWay = 0;

  const hasRoom = (bytes: number) => held + bytes <= requestBytes;

  function hold(bytes: number): () => void {
    held += bytes;
    return () => {
      held -= bytes;
    };
  }

  /** @throws BffError `server_busy`; never where no other is under way */
  function take(bytes: number, others: number): () => void {
    if (others > 0 && !hasRoom(bytes)) {
      onRefused();
      throw new BffError("server_busy", {
        detail: "Requests under way hold as much memory as they may.",
        retryAfterMs: RETRY_AFTER_MS,
      });
    }
    return hold(bytes);
  }

  app.addHook("onRequest", async (request, reply) => {
    if (!takesRoom(request)) return;
    const letGo = take(REQUEST_BYTES + BYTES_PER_ASKED_CHAR * askedChars(request), underWay);
    underWay += 1;
    whenGone(reply, () => {
      letGo();
      underWay -= 1;
    });
  });

  // By a callback, so that of a thousand who wait for one answer each lets go of its text, which has no
  // room, before the next has one.
  app.addHook("onSend", (request, reply, payload, done) => {
    if (typeof payload !== "string" || reply.statusCode >= 400 || !takesRoom(request))
      return done();
    let letGo: () => void;
    try {
      letGo = take(BYTES_PER_ANSWERED_CHAR * payload.length, underWay - 1);
    } catch (error) {
      // It is one of ours.
      return done(error as BffError);
    }
    const timer = setTimeout(() => reply.raw.destroy(), SENDING_MS).unref();
    whenGone(reply, () => {
      clearTimeout(timer);
      letGo();
    });
    done();
  });
  return { most: requestBytes, hasRoom, hold };
}

/** Everything else is small, and answered at once or from a file. */
function takesRoom({ routeOptions, url }: FastifyRequest): boolean {
  return /^\/api(\/|$)/.test(routeOptions.url ?? url);
}

/** Of its address and its body, which may be as long as its route allows where it does not say. */
function askedChars({ url, headers, routeOptions }: FastifyRequest): number {
  const hasBody = "content-length" in headers || "transfer-encoding" in headers;
  const { bodyLimit = 0 } = routeOptions;
  // More than that is refused as it comes.
  const body = Math.min(bodyLimit, Number(headers["content-length"] ?? bodyLimit));
  return url.length + (hasBody ? body : 0);
}
