import type { FastifyReply } from "fastify";
import { BffError } from "#bff/http/bff-error.ts";
import { mediaTypeOf, recordingKind } from "./media-type.ts";
import { rangeHeadersDown } from "./range-headers.ts";
import type { StorageReply } from "./storage.ts";

/**
 * Hands on what the storage answered: the bytes as they come, of the headers those about ranges, and our own
 * word for what it is.
 *
 * @throws BffError `storage_failed` for what is no sound
 */
export function sendRecording(
  reply: FastifyReply,
  { status, headers, body, path }: StorageReply,
  disposition: (ending: string) => string,
): FastifyReply {
  const kind = recordingKind(path, headers["content-type"] ?? "");
  const down = rangeHeadersDown(headers);
  reply.code(status);
  if (status === 304 || status === 416) {
    body.on("error", () => undefined).destroy();
    const { "content-length": _length, ...rest } = down;
    return reply.headers(rest).send();
  }
  if (kind === undefined) {
    body.on("error", () => undefined).destroy();
    throw new BffError("storage_failed", { detail: "What the storage gave is no recording." });
  }
  return reply
    .headers(down)
    .header("content-disposition", disposition(kind))
    .type(mediaTypeOf(kind))
    .send(body);
}
