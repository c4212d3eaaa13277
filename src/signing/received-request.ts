/** A request as a server has it, and what a verifier needs besides. */
export type ReceivedRequest = {
  method: string;
  /** Path and query string as received, undecoded. */
  rawUrl: string;
  /** As Node gives them. Names in any case. */
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The raw bytes; a string counts as UTF-8. */
  body: string | Uint8Array;
  /** The verifier's clock (a number is ms since the epoch). */
  now: Date | number;
  findSecret: (accessKeyId: string) => KnownSecret | undefined;
  /** How far the request's date may be from `now`, either way; 15 minutes like the upstream's. */
  allowedSkewMs?: number;
};

/** With a `securityToken`, requests must carry that token; without one, they must carry none. */
export type KnownSecret = { accessKeySecret: string; securityToken?: string | undefined };

/** Why a request is not genuine. */
export type Refusal<Code extends string> = {
  ok: false;
  code: Code;
  /** The header or parameter to blame, where there is one. */
  name?: string;
};

export function refuse<Code extends string>(code: Code, name?: string): Refusal<Code> {
  return name === undefined ? { ok: false, code } : { ok: false, code, name };
}

/** Above what Node's HTTP server lets through by default, and far above any real request. */
const MAX_URL_CHARS = 64 * 1024;
const MAX_BODY_BYTES = 1024 * 1024;

/** Whether URL or body are beyond any use; asked before either is looked into. */
export function isTooLarge({ rawUrl, body }: ReceivedRequest): boolean {
  return rawUrl.length > MAX_URL_CHARS || Buffer.byteLength(body) > MAX_BODY_BYTES;
}

/** Undefined for what is not a path, such as `*` or a whole URL. */
export function splitUrl(rawUrl: string): { path: string; query: string } | undefined {
  if (!rawUrl.startsWith("/")) return undefined;
  const mark = rawUrl.indexOf("?");
  return mark === -1
    ? { path: rawUrl, query: "" }
    : { path: rawUrl.slice(0, mark), query: rawUrl.slice(mark + 1) };
}
