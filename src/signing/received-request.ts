/**
 * A request as a server has it, and what a verifier needs besides: a clock and the known keys. A
 * verifier has neither of its own, so that a test can hold it against a recorded request.
 */
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
  /** The secret of an access key; undefined for one that is not known. */
  findSecret: (accessKeyId: string) => KnownSecret | undefined;
  /** How far the request's date may be from `now`, either way; 15 minutes like the upstream's. */
  allowedSkewMs?: number;
};

/**
 * What the verifier knows of an access key. With a `securityToken`, requests must carry that token;
 * without one, they must carry none.
 */
export type KnownSecret = { accessKeySecret: string; securityToken?: string | undefined };

/** Why a request is not genuine: a stable code, never words, and never a part of the secret. */
export type Refusal<Code extends string> = {
  ok: false;
  code: Code;
  /** The header or parameter to blame, where there is one. */
  name?: string;
};

/** Refuses a request. The name is left out where no header or parameter is to blame. */
export function refuse<Code extends string>(code: Code, name?: string): Refusal<Code> {
  return name === undefined ? { ok: false, code } : { ok: false, code, name };
}
