import { ApiError } from "#app/api/api-error.ts";
import { refuseFailure } from "#app/api/read-reply.ts";
import { soon } from "#app/api/soon.ts";
import { tabHeaders } from "#app/api/tab-headers.ts";
import { createFrameReader, type ExportPart } from "#contract/api/read-frames.ts";
import { FRAMES_TYPE } from "#contract/api/whole-export.ts";

/** The server says how far it is some times a second; before it begins it counts, behind everybody's rows. */
const SILENCE_MS = 90_000;

/**
 * Asks for a file in frames, and hands on each as it comes, to the last.
 *
 * @throws {ApiError} `network` also for a body that was cut; an abort stays a DOMException
 */
export async function* readParts(path: string, signal: AbortSignal): AsyncGenerator<ExportPart> {
  // Who reads no further must not keep the server reading.
  const left = new AbortController();
  const ended = AbortSignal.any([signal, left.signal]);
  try {
    const headers = { accept: FRAMES_TYPE, ...tabHeaders() };
    const response = await soon(fetch(path, { headers, signal: ended }), SILENCE_MS);
    await refuseFailure(response);
    const reader = response.body?.getReader();
    const partsOf = createFrameReader((cause) => new ApiError("bad_reply", {}, cause));
    for (;;) {
      const { done = true, value } = (await (reader && soon(reader.read(), SILENCE_MS))) ?? {};
      // A connection that ends in the middle looks like an end to whoever reads it.
      if (done || value === undefined) throw new ApiError("network");
      for (const part of partsOf(value)) {
        yield part;
        if ("end" in part || "problem" in part) return;
      }
    }
  } catch (cause) {
    if (signal.aborted || cause instanceof ApiError) throw cause;
    throw new ApiError("network", {}, cause);
  } finally {
    left.abort();
  }
}
