import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";
import type { ServerSettings } from "#process/settings/server-settings.ts";
import { PERMISSIONS } from "./bare-headers.ts";

/**
 * Headers tell browsers what our pages may do; see https://developer.mozilla.org/docs/Web/HTTP/CSP
 */
export async function addSecurityHeaders(
  app: FastifyInstance,
  settings: Pick<ServerSettings, "publicUrl">,
): Promise<void> {
  const overTls = settings.publicUrl?.startsWith("https:") === true;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // antd writes its styles into <style> elements as components appear.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(overTls && { upgradeInsecureRequests: [] }),
      },
    },
    // A link carries filters, and a filter may be a phone number.
    referrerPolicy: { policy: "no-referrer" },
    frameguard: { action: "deny" },
    strictTransportSecurity: overTls,
  });
  // Helmet does not know this header: https://www.w3.org/TR/permissions-policy/
  app.addHook("onRequest", async (_request, reply) => {
    reply.header("permissions-policy", PERMISSIONS);
  });
}
