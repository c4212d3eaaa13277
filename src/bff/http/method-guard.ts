import type { FastifyInstance } from "fastify";
import { BffError } from "./bff-error.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The route is there to refuse the methods that its path does not take. */
    readonly refusesMethod?: true;
  }
}

/** All that any path of ours takes. */
const METHODS = ["GET", "HEAD", "POST"] as const;

/**
 * Refuses a method that a path does not take, and says which it takes. Stands before the guards of host and
 * site: the target of a `CONNECT` is no address of ours, and its host another's by nature.
 *
 * @returns what is to be called when all routes are there: each is given the methods that it does not take
 */
export function addMethodGuard(app: FastifyInstance): () => void {
  const taken = new Map<string, Set<string>>();
  app.addHook("onRoute", ({ url, method }) => {
    taken.set(url, new Set([...(taken.get(url) ?? []), ...[method].flat()]));
  });
  app.addHook("onRequest", async ({ method }) => {
    // The router knows no path by them.
    if (!app.supportedMethods.includes(method)) throw notTaken(METHODS);
  });
  return () => {
    for (const [url, methods] of taken) {
      const refuse = () => Promise.reject(notTaken([...methods].toSorted()));
      const others = app.supportedMethods.filter((method) => !methods.has(method));
      // Before a body is read, which is nobody's here.
      const config = { refusesMethod: true } as const;
      app.route({ method: others, url, config, onRequest: refuse, handler: refuse });
    }
  };
}

function notTaken(methods: readonly string[]): BffError {
  const detail = `This address takes ${methods.join(", ")} only.`;
  return new BffError("method_not_allowed", { methods, detail });
}
