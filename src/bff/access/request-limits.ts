import type { FastifyInstance, FastifyRequest } from "fastify";
import { BffError } from "#bff/http/bff-error.ts";
import { BACKCHANNEL_PATH } from "#bff/http/bff-paths.ts";
import { clientAddress } from "#bff/http/client-address.ts";
import { SIGN_OUT_ROUTE } from "#contract/api/sign-out.ts";
import { networkOf } from "./network-of.ts";
import { createRate } from "./rate.ts";
import { whoAsks } from "./reader.ts";

/** Requests in a minute. */
export interface RequestLimits {
  /** To `/api` and the ways out, of one address: a team behind one has hundreds of tabs. */
  readonly address: number;
  /** To `/api`, of one reader: twenty tabs that follow live calls, and a scroll through all of them. */
  readonly reader: number;
  /** To the rest of `/auth`, of one address: each makes us ask the provider, or open a token. */
  readonly signIn: number;
}

/** Beyond what people do, however many and however quick, and short of what a program would. */
export const USUAL_LIMITS: RequestLimits = { address: 20_000, reader: 3_000, signIn: 300 };

/** A provider may end all of its sessions at once, and nobody is kept in because others come in. */
const WAYS_OUT: readonly string[] = [SIGN_OUT_ROUTE, BACKCHANNEL_PATH];

type Spend = (key: string) => Promise<void>;

/**
 * Refuses who asks for too much, with when to come again: by address before anything is known of a request,
 * by reader once the guards have said who that is.
 */
export function addRequestLimits(app: FastifyInstance, limits: RequestLimits): void {
  const ofAddress = createSpend(limits.address);
  const ofReader = createSpend(limits.reader);
  const ofSignIn = createSpend(limits.signIn);

  app.addHook("onRequest", async (request) => {
    const network = networkOf(clientAddress(request));
    if (isUnder("/api", request) || isWayOut(request)) await ofAddress(network);
    else if (isUnder("/auth", request)) await ofSignIn(network);
  });

  // Behind every hook of `onRequest`, and before a body is read.
  app.addHook("preParsing", async (request, _reply, payload) => {
    if (isUnder("/api", request)) {
      const { subject } = whoAsks(request);
      if (subject !== undefined) await ofReader(subject);
    }
    return payload;
  });
}

function isUnder(path: string, request: FastifyRequest): boolean {
  const asked = routeOf(request);
  return asked === path || asked.startsWith(`${path}/`);
}

const isWayOut = (request: FastifyRequest) => WAYS_OUT.includes(routeOf(request));

/** The route that was matched, where there is one: an address may be written in many ways. */
function routeOf({ routeOptions, url }: FastifyRequest): string {
  return routeOptions.url ?? url;
}

/** @returns what throws BffError `too_many_requests` */
function createSpend(points: number): Spend {
  const rate = createRate(points);
  return async (key) => {
    const waitMs = await rate(key);
    if (waitMs > 0)
      throw new BffError("too_many_requests", {
        detail: `More than ${points} requests in a minute.`,
        retryAfterMs: Math.max(1_000, waitMs),
      });
  };
}
