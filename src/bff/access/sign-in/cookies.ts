import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * Browsers take a cookie of this prefix only from its very host, for all of its paths, and over https,
 * so that no neighbouring host can plant one. Chromium and Firefox take http on loopback for as good.
 *
 * Authority: https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes
 */
const PREFIX = "__Host-callscope";
export const SESSION_COOKIE = PREFIX;
export const LOGIN_COOKIE = `${PREFIX}-login`;

/** Browsers drop a larger one without a word. */
const MOST_COOKIE_BYTES = 4_095;

/** The cookies of a request whose names begin so. One that is given twice is not told apart, and left out. */
export function cookiesOf({ headers }: FastifyRequest, prefix: string): Map<string, string> {
  const cookies = new Map<string, string>();
  const repeated = new Set<string>();
  for (const pair of (headers.cookie ?? "").split(";")) {
    const cut = pair.indexOf("=");
    const name = pair.slice(0, Math.max(cut, 0)).trim();
    if (!name.startsWith(prefix)) continue;
    if (cookies.has(name)) repeated.add(name);
    cookies.set(name, pair.slice(cut + 1).trim());
  }
  for (const name of repeated) cookies.delete(name);
  return cookies;
}

/** Undefined where it is larger than browsers take. */
export function cookieText(name: string, value: string, endsAfterMs: number): string | undefined {
  const seconds = Math.max(0, Math.floor(endsAfterMs / 1000));
  const text = `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`;
  return Buffer.byteLength(text) > MOST_COOKIE_BYTES ? undefined : text;
}

/** Sets it, in place of what this reply has set under the same name before. */
export function setCookie(reply: FastifyReply, text: string): void {
  const name = text.slice(0, text.indexOf("=") + 1);
  const others = [reply.getHeader("set-cookie") ?? []]
    .flat()
    .map(String)
    .filter((other) => !other.startsWith(name));
  // By itself Fastify adds to what is there.
  reply.removeHeader("set-cookie");
  reply.header("set-cookie", [...others, text]);
}

export function clearCookie(reply: FastifyReply, name: string): void {
  setCookie(reply, `${name}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax`);
}
