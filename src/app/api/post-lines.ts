import { safeParse, type ZodMiniType } from "zod/mini";
import { ApiError } from "./api-error.ts";
import { refuseFailure } from "./read-reply.ts";
import { soon } from "./soon.ts";
import { tabHeaders } from "./tab-headers.ts";

/** The server speaks every ten seconds at the least. */
const SILENCE_MS = 40_000;

type Body = NonNullable<Response["body"]>;

/**
 * Posts a question that is answered in lines of JSON (NDJSON), and gives each line as it comes.
 *
 * @throws {ApiError} where the request failed, or a line is none; an abort stays a DOMException
 */
export async function* postLines<Line>(
  path: string,
  question: object,
  schema: ZodMiniType<Line>,
  signal: AbortSignal,
): AsyncGenerator<Line> {
  for await (const text of readLines(await post(path, question, signal), signal))
    yield parseLine(text, schema);
}

async function post(path: string, question: object, signal: AbortSignal): Promise<Body> {
  let response: Response;
  try {
    response = await soon(
      fetch(path, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          accept: "application/x-ndjson",
          ...tabHeaders(),
        },
        body: JSON.stringify(question),
        signal,
      }),
      SILENCE_MS,
    );
  } catch (cause) {
    if (signal.aborted || cause instanceof ApiError) throw cause;
    throw new ApiError("network", {}, cause);
  }
  await refuseFailure(response);
  if (response.body === null) throw new ApiError("bad_reply");
  return response.body;
}

async function* readLines(body: Body, signal: AbortSignal) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await soon(reader.read(), SILENCE_MS);
      const lines = (rest + (value ?? "")).split("\n");
      rest = done ? "" : (lines.pop() ?? "");
      for (const line of lines) if (line !== "") yield line;
      if (done) return;
    }
  } catch (cause) {
    if (signal.aborted || cause instanceof ApiError) throw cause;
    throw new ApiError("network", {}, cause);
  } finally {
    // Whoever reads no further, for a line that says nothing, must not keep the server counting.
    reader.cancel().catch(() => undefined);
  }
}

function parseLine<Line>(text: string, schema: ZodMiniType<Line>): Line {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw new ApiError("bad_reply", {}, cause);
  }
  const line = safeParse(schema, raw);
  if (!line.success) throw new ApiError("bad_reply");
  return line.data;
}
