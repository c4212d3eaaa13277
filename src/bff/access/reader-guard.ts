import type { FastifyInstance } from "fastify";
import { BffError } from "#bff/http/bff-error.ts";
import type { Identify } from "./identity.ts";

const GUARDED = /^\/api(\/|$)/;

/** Refuses whoever is not signed in, before any work. */
export function addReaderGuard(app: FastifyInstance, identify: Identify): void {
  app.addHook("onRequest", async (request, reply) => {
    if (!GUARDED.test(request.routeOptions.url ?? request.url)) return;
    if ((await identify(request, reply)) === undefined) throw new BffError("sign_in_required");
  });
}
