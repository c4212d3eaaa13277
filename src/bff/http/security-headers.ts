import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";
import type { Config } from "#process/config.ts";

/** What browsers may do with our pages; see https://developer.mozilla.org/docs/Web/HTTP/CSP */
export async function addSecurityHeaders(
  app: FastifyInstance,
  config: Pick<Config, "publicUrl">,
): Promise<void> {
  const overTls = config.publicUrl?.startsWith("https:") === true;
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
        baseUri: ["'self'"],
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
}
