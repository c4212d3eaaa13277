import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Openings } from "#bff/access/audit/create-openings.ts";
import { readerName } from "#bff/access/reader-name.ts";
import { tallySpent } from "#bff/calls/tally-spent.ts";
import { createOpenStreams } from "#bff/http/open-streams.ts";
import { readQuery, refuseProblems } from "#bff/http/read-query.ts";
import { readRecordRequest, type RecordRequest } from "#contract/api/record.ts";
import { DOWNLOAD_ROUTE, PEAKS_ROUTE, RECORDING_ROUTE } from "#contract/api/recording.ts";
import { createPeaks } from "./create-peaks.ts";
import { paced } from "./pace-stream.ts";
import { rangeHeadersUp } from "./range-headers.ts";
import { createRecordingAccess, type RecordingAccessDeps } from "./recording-access.ts";
import { recordingFileName } from "./recording-file-name.ts";
import { sendRecording } from "./send-recording.ts";

export interface RecordingRoutesDeps extends RecordingAccessDeps {
  /** IANA name: whose clock a file's name tells. */
  readonly timeZone: string;
  readonly openings: Openings;
}

/** A player has one, and a new one before the old has gone; a browser opens six. */
const MOST_HEARD = { ofAll: 256, ofOne: 12 };
/** They wait for one another, so that nobody's many hold up everybody's. */
const MOST_OUTLINED = { ofAll: 256, ofOne: 6 };

type Request = FastifyRequest<{ Params: { contactId: string } }>;

/** `GET /api/recordings/:contactId?instance=`, `…/download` and `…/peaks`: the recording of one call. */
export function addRecordingRoutes(app: FastifyInstance, deps: RecordingRoutesDeps): void {
  const { audit, now, openings, timeZone } = deps;
  const access = createRecordingAccess(deps);
  const peaks = createPeaks(access, now);
  const heard = createOpenStreams(app, MOST_HEARD);
  const outlined = createOpenStreams(app, MOST_OUTLINED);
  app.addHook("onClose", () => deps.storage.close());
  // Of what the storage signs for `GET` nothing else can be asked.
  const options = { exposeHeadRoute: false };

  /** The sound, each piece of it fetched once. What is noted is noted before the first byte. */
  async function stream(request: Request, reply: FastifyReply, as: "listen" | "download") {
    const asked = askedOf(request);
    const signal = heard.enter(readerName(request), reply);
    const recording = await access.open(request, asked, signal);
    const up = rangeHeadersUp(request.headers);
    const found = await access.fetch(request, recording, up, signal);
    try {
      if (as === "listen") await access.noteListening(request, recording);
      else await audit.recording(request, recording, { as });
      const name = recordingFileName(recording.record, recording.contactId, timeZone);
      const kind = as === "listen" ? "inline" : "attachment";
      const sent = as === "listen" ? paced(found, recording.record) : found;
      return sendRecording(reply, sent, (ending) => `${kind}; filename="${name}.${ending}"`);
    } catch (error) {
      found.body.on("error", () => undefined).destroy();
      throw error;
    }
  }

  app.get(RECORDING_ROUTE, options, (request: Request, reply) => stream(request, reply, "listen"));
  app.get(DOWNLOAD_ROUTE, options, (request: Request, reply) => stream(request, reply, "download"));
  app.get(PEAKS_ROUTE, options, async (request: Request, reply) => {
    const signal = outlined.enter(readerName(request), reply);
    const { spent, onSpent } = tallySpent();
    const recording = await access.open(request, askedOf(request), signal, onSpent);
    // It tells who spoke when, and for how long.
    await openings.openedPart(request, recording);
    const { text, tag } = await peaks(request, recording, signal);
    reply.header("etag", tag);
    if (request.headers["if-none-match"] === tag) return reply.code(304).send();
    const body = `{"peaks":${text},"spent":${JSON.stringify(spent)}}`;
    return reply.type("application/json; charset=utf-8").send(body);
  });
}

/** @throws BffError `invalid_parameter` */
function askedOf({ url, params }: Request): RecordRequest {
  const { request, problems } = readRecordRequest(params.contactId, readQuery(url));
  refuseProblems(problems);
  return request;
}
