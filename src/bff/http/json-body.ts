import type { FastifyInstance } from "fastify";
import { BffError } from "./bff-error.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * A body is JSON, in UTF-8, and not packed. One that is not is refused with the reason, which tells where
 * it broke but never what stands there: that may be a number that somebody filters by.
 */
export function addJsonBody(app: FastifyInstance): void {
  // By itself Fastify takes plain text too.
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, bytes, done) => {
    const packing = request.headers["content-encoding"] ?? "identity";
    if (packing.toLowerCase() !== "identity")
      return done(refusal("A body is taken as it is, without a Content-Encoding.", 415));
    const text = decode(bytes);
    if (text === undefined) return done(refusal("The body is not UTF-8."));
    // It throws no more than it returns, but is typed as the parser of an application, which may.
    void parse(request, text, (error, value) =>
      error === null ? done(null, value) : done(refusal(reasonOf(text))),
    );
  });
}

const refusal = (detail: string, status?: number) =>
  new BffError("invalid_parameter", { status, detail });

function decode(bytes: string | Buffer): string | undefined {
  try {
    return typeof bytes === "string" ? bytes : utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Why a text was not taken as JSON. Of the engine's own message, which quotes the text, the place alone. */
function reasonOf(text: string): string {
  if (text.trim() === "") return "The body is empty: it must be JSON.";
  try {
    JSON.parse(text);
    return "The body has a key that is never taken: `__proto__` or `constructor`.";
  } catch (error) {
    const message = String(error);
    if (/end of JSON input|Unterminated/i.test(message))
      return "The body is not JSON: it ends too early.";
    const position = / at position (\d+)/.exec(message)?.[1];
    const place = position === undefined ? "" : `: it breaks behind character ${position}`;
    return `The body is not JSON${place}.`;
  }
}
