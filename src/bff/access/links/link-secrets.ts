import { randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, readFile, unlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FastifyBaseLogger } from "fastify";
import { databaseFile, importedFile } from "#process/database-file.ts";
import { IMPORTED_DATABASE } from "#process/project-paths.ts";
import type { ServerSettings } from "#process/settings/server-settings.ts";

const SECRET_BYTES = 32;
const WELL_FORMED = /^[\w-]{43}$/;

/** A secret for as long as this process. */
export function passingSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/** The file of the secret that is made where none is configured; undefined: there is nothing to keep it by. */
export function linkSecretFile({ upstream }: Pick<ServerSettings, "upstream">): string | undefined {
  if (upstream.kind === "cloud") return join(dirname(IMPORTED_DATABASE), "link-secret");
  const name = upstream.database;
  const database = name === undefined ? importedFile() : databaseFile(name);
  return database && `${database}.link-secret`;
}

/**
 * The secrets that numbers in links are sealed by: those of the configuration, or else one that is made and
 * kept in a file, so that links outlive a restart.
 */
export async function openLinkSecrets(
  settings: Pick<ServerSettings, "upstream" | "linkSecrets">,
  log: Pick<FastifyBaseLogger, "warn">,
): Promise<readonly string[]> {
  if (settings.linkSecrets !== undefined) return settings.linkSecrets;
  const file = linkSecretFile(settings);
  if (file === undefined) return [passingSecret()];
  try {
    return [(await readKept(file)) ?? (await keep(file))];
  } catch (err) {
    log.warn(
      { err },
      "links with numbers will not outlive this process: their secret cannot be kept",
    );
    return [passingSecret()];
  }
}

async function readKept(file: string): Promise<string | undefined> {
  try {
    const secret = (await readFile(file, "utf8")).trim();
    if (WELL_FORMED.test(secret)) return secret;
  } catch (error) {
    if (!isCode(error, "ENOENT")) throw error;
    return undefined;
  }
  throw new Error("The file of the link secret holds something else.");
}

async function keep(file: string): Promise<string> {
  const secret = passingSecret();
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const made = `${file}.${randomUUID()}`;
  await writeFile(made, `${secret}\n`, { flag: "wx", mode: 0o600 });
  try {
    // Whole or not at all, and never over one that another server has made meanwhile.
    await link(made, file);
    return secret;
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
    return (await readKept(file)) ?? secret;
  } finally {
    await unlink(made);
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
