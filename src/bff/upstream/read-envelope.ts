import { envelopeSchema, type Envelope } from "#contract/upstream/envelope.ts";
import { blamedField } from "./blamed-field.ts";
import { classifyCode } from "./classify-code.ts";
import { UpstreamError } from "./upstream-error.ts";

/** A reply of the upstream, unpacked but not parsed. */
export interface RawReply {
  readonly status: number;
  readonly contentType: string | undefined;
  /** The header `x-acs-request-id`. */
  readonly requestId: string | undefined;
  /** The header `x-acs-retry-after`, ms. */
  readonly retryAfterMs: number | undefined;
  /** How far our clock is ahead of the upstream's, by the header `date`, ms; negative: behind. */
  readonly aheadMs?: number | undefined;
  readonly text: string;
}

/** The inside of a success. `data` is as it came: each operation parses its own. */
export interface UpstreamReply {
  readonly data: unknown;
  readonly requestId: string | undefined;
  /** How long its text was. */
  readonly chars: number;
}

/**
 * The inside of a reply of the upstream.
 *
 * @throws UpstreamError whenever it is not a success in the upstream's own form
 */
export function readEnvelope(reply: RawReply): UpstreamReply {
  const { status, retryAfterMs } = reply;
  const retriable = status >= 500;
  const base = { upstreamStatus: status, requestId: plainId(reply.requestId), retryAfterMs };
  const detail = `The upstream's HTTP status was ${status}.`;

  const json = parseJson(reply);
  if ("problem" in json) throw new UpstreamError(json.problem, { ...base, detail, retriable });
  const parsed = envelopeSchema.safeParse(json.value);
  if (!parsed.success)
    throw new UpstreamError("upstream_bad_reply", { ...base, detail, retriable });

  const envelope = parsed.data;
  const requestId = plainId(envelope.RequestId) ?? plainId(reply.requestId);
  if (status < 300 && isOk(envelope))
    return { data: envelope.Data, requestId, chars: reply.text.length };

  const upstreamCode = envelope.Code || undefined;
  if (status < 300 && upstreamCode === undefined)
    throw new UpstreamError("upstream_bad_reply", { ...base, detail, requestId });
  const innerStatus = Number(envelope.HttpStatusCode ?? 0);
  const code = classifyCode(upstreamCode, status);
  throw new UpstreamError(code, {
    ...base,
    detail: code === "clock_wrong" ? clockDetail(reply.aheadMs) : detail,
    clockAheadSeconds: code === "clock_wrong" ? secondsOf(reply.aheadMs) : undefined,
    requestId,
    // The code is a word of the provider's; anything else in its place is not passed on.
    upstreamCode: upstreamCode?.match(/^[A-Za-z][\w.-]{0,127}$/)?.[0],
    field: code === "upstream_parameter" ? blamedField(envelope.Message ?? "") : undefined,
    retriable: code === "upstream_throttled" || retriable || innerStatus >= 500,
  });
}

function secondsOf(aheadMs: number | undefined): number | undefined {
  return aheadMs === undefined ? undefined : Math.round(aheadMs / 1000);
}

function clockDetail(aheadMs: number | undefined): string {
  const seconds = secondsOf(aheadMs);
  if (seconds === undefined) return "This server's clock is not the upstream's.";
  const side = seconds < 0 ? "behind" : "ahead of";
  return `This server's clock is ${Math.abs(seconds)} s ${side} the upstream's.`;
}

/** An id goes into logs and onto the screen: what does not look like one is not passed on. */
function plainId(id: string | null | undefined): string | undefined {
  return id?.match(/^[\w.:-]{1,64}$/)?.[0];
}

/** A success may leave the code out, but then it must have brought data. */
function isOk({ Code: code, Data: data }: Envelope): boolean {
  return code === "OK" || ((code ?? "") === "" && data !== undefined && data !== null);
}

type Json = { value: unknown } | { problem: "upstream_bad_json" | "upstream_not_json" };

function parseJson({ text, contentType }: RawReply): Json {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // Gateways label JSON as text and error pages as anything; the first character tells more.
    const meantJson = /^\s*[{[]/.test(text) || /\bjson\b/i.test(contentType ?? "");
    return { problem: meantJson ? "upstream_bad_json" : "upstream_not_json" };
  }
}
