import type { FastifyInstance } from "fastify";
import { whenGone } from "./when-gone.ts";

/**
 * Lets a server that closes answer what is under way, and then close its connections. Node closes
 * those that are idle at that moment; one that is answering would stay open, kept alive, for a minute
 * after its answer. One on which nothing or half a request has come is not idle: browsers open such
 * ahead of need.
 */
export function addClosing(app: FastifyInstance): void {
  const { server } = app;
  let underWay = 0;
  app.addHook("onRequest", async (_request, reply) => {
    underWay += 1;
    whenGone(reply, () => (underWay -= 1));
  });
  app.addHook("preClose", async () => {
    if (!server.listening) return;
    const timer = setInterval(
      () => (underWay > 0 ? server.closeIdleConnections() : server.closeAllConnections()),
      50,
    );
    server.once("close", () => clearInterval(timer));
    timer.unref();
  });
}
