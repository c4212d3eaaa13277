import { randomBytes } from "node:crypto";
import type { FastifyBaseLogger } from "fastify";
import { databaseFile, importedFile } from "#process/database-file.ts";
import type { KeyPair } from "#process/settings/key-pair.ts";
import type { OwnUpstreamSettings } from "#process/settings/server-settings.ts";
import { openUpstream } from "./open-upstream.ts";
import { openingError } from "./opening-error.ts";

export interface OwnUpstream {
  /** An origin. */
  readonly endpoint: string;
  readonly credentials: () => Promise<KeyPair>;
  /** True where the records are generated. */
  readonly sampleData: boolean;
  /** What is wrong with the records, in a sentence without names; undefined: nothing is known to be. */
  readonly fault: () => string | undefined;
  /** Which records they are, in words. */
  readonly data: string;
  close(): Promise<void>;
}

export interface OwnUpstreamDeps {
  readonly logger: FastifyBaseLogger;
  /** Aborted, it ends what is still being opened. */
  readonly signal: AbortSignal;
}

/**
 * The embedded upstream in the server's own process, on a port of its own.
 *
 * @throws StartError; or the signal's reason once it is aborted
 */
export async function openOwnUpstream(
  settings: OwnUpstreamSettings,
  { logger, signal }: OwnUpstreamDeps,
): Promise<OwnUpstream> {
  const { kind: _kind, database: name, ...rest } = settings;
  const file = name === undefined ? importedFile() : databaseFile(name);
  // Nobody but the BFF of this process has to know it.
  const accessKey = {
    accessKeyId: randomBytes(12).toString("hex"),
    accessKeySecret: randomBytes(24).toString("hex"),
  };
  try {
    const { url, database, close } = await openUpstream({
      ...rest,
      file,
      accessKeys: [accessKey],
      logger,
      signal,
      onLiveFailure: (err) => logger.error({ err }, "a live call could not be written"),
    });
    const origin = database.isSample ? "generated sample" : "imported";
    return {
      endpoint: url,
      credentials: () => Promise.resolve(accessKey),
      sampleData: database.isSample,
      fault: () => (database.damage === undefined ? undefined : "The database is damaged."),
      data: `${origin} call records ${file === undefined ? "in memory" : `of ${file}`}`,
      close,
    };
  } catch (error) {
    throw openingError(error, settings.port, "EMBEDDED_PORT");
  }
}
