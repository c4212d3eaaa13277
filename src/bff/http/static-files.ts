import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { StartError } from "#process/start-error.ts";

const YEAR_SECONDS = 31_536_000;

/**
 * The browser's half is served as the build left it in `root`, compressed ahead of time. Each file
 * has a route of its own, so that nothing else of the disk can be asked for.
 *
 * @throws StartError if there is no build
 */
export async function addStaticFiles(app: FastifyInstance, root: string): Promise<void> {
  if (!existsSync(join(root, "index.html")))
    throw new StartError("The browser's files are not built yet: run `npm run build` first.");
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    preCompressed: true,
    globIgnore: ["**/*.br", "**/*.gz"],
    cacheControl: false,
    setHeaders(reply, path) {
      // The build puts a hash of the content into the names of what is under assets/.
      const isHashed = relative(root, path).startsWith(`assets${sep}`);
      const policy = isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : "no-cache";
      reply.header("cache-control", policy);
    },
  });
}
