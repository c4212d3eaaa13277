import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { readWireRecord } from "#contract/upstream/wire-record.ts";
import { percentEncode } from "#signing/percent-encode.ts";
import type { RecordStore } from "#upstream/store/record-store.ts";
import {
  readRecording,
  recordingSize,
  recordingTag,
  type RecordingFile,
} from "./recording-file.ts";
import { recordingSeconds } from "./recording-length.ts";
import {
  openLink,
  recordingFileName,
  RECORDINGS_PATH,
  type LinkKey,
  type LinkRefusal,
  type RecordingName,
} from "./recording-link.ts";
import { readRange } from "./recording-range.ts";

interface RecordingRouteDeps {
  readonly store: RecordStore;
  findKey(accessKeyId: string): LinkKey | undefined;
  readonly now: () => number;
}

const REFUSALS = {
  AccessDenied: { status: 403, message: "The link has expired, or it is not one of ours." },
  InvalidAccessKeyId: { status: 403, message: "The access key is not known." },
  SignatureDoesNotMatch: { status: 403, message: "The signature is not the one of this link." },
  NoSuchKey: { status: 404, message: "There is no such recording." },
  InvalidRange: { status: 416, message: "The range begins behind the end of the recording." },
} as const satisfies Record<LinkRefusal | "InvalidRange", { status: number; message: string }>;

/** The object storage answers in XML. */
function refuse(request: FastifyRequest, reply: FastifyReply, code: keyof typeof REFUSALS) {
  const { status, message } = REFUSALS[code];
  request.log.info({ code }, "refused");
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<Error>
  <Code>${code}</Code>
  <Message>${message}</Message>
  <RequestId>${request.id}</RequestId>
</Error>
`;
  return reply.code(status).type("application/xml").send(xml);
}

async function findFile(
  store: RecordStore,
  { instance, contactId }: RecordingName,
): Promise<RecordingFile | undefined> {
  const record = await store.find(instance, contactId);
  const seconds = recordingSeconds(readWireRecord(record));
  return seconds === undefined ? undefined : { contactId, seconds };
}

/** RFC 6266: the name as it is, and for old clients one that every client can read. */
function disposition({ contactId }: RecordingFile): string {
  const name = recordingFileName(contactId);
  return `attachment; filename="${name.replace(/[^\w.-]/g, "_")}"; filename*=UTF-8''${percentEncode(name)}`;
}

function send(request: FastifyRequest, reply: FastifyReply, file: RecordingFile) {
  const size = recordingSize(file);
  const tag = recordingTag(file);
  // A range is of what is fetched; `HEAD` fetches nothing.
  const isHead = request.method === "HEAD";
  const range = isHead ? "whole" : readRange(request.headers, size, tag);
  reply.headers({ "accept-ranges": "bytes", etag: tag });
  // The client has it already.
  if (request.headers["if-none-match"] === tag) return reply.code(304).send();
  if (range === "unsatisfiable")
    return refuse(request, reply.header("content-range", `bytes */${size}`), "InvalidRange");
  const { start, end } = range === "whole" ? { start: 0, end: size - 1 } : range;
  if (range !== "whole") reply.code(206).header("content-range", `bytes ${start}-${end}/${size}`);
  reply.type("audio/wav").headers({
    "content-length": end - start + 1,
    "content-disposition": disposition(file),
  });
  if (isHead) return reply.send();
  return reply.send(Readable.from(readRecording(file, start, end + 1), { objectMode: false }));
}

/**
 * Serves the recordings that `GetMonoRecording` gives links to, in the manner of the provider's
 * object storage.
 */
export function addRecordingRoute(app: FastifyInstance, deps: RecordingRouteDeps): void {
  const { store, findKey, now } = deps;
  app.route({
    method: ["GET", "HEAD"],
    url: `${RECORDINGS_PATH}*`,
    async handler(request, reply) {
      const link = openLink(request.raw.url ?? "", now(), findKey);
      if (!link.ok) return refuse(request, reply, link.code);
      const file = await findFile(store, link.name);
      return file === undefined ? refuse(request, reply, "NoSuchKey") : send(request, reply, file);
    },
  });
}
