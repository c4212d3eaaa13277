import type { FastifyReply, FastifyRequest } from "fastify";
import type { Locale } from "#contract/api/locales.ts";
import { preferredLocale } from "./preferred-locale.ts";

// Pages without the dashboard's code: before anybody has signed in, and where there is nothing to show.

const STYLE = `
:root { color-scheme: light dark; --accent: #1668dc; --on-accent: #fff }
@media (prefers-color-scheme: dark) { :root { --accent: #3f97ff; --on-accent: #000 } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center;
  font: 16px/1.6 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB",
    "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
main { box-sizing: border-box; max-width: 26rem; padding: 24px }
h1 { font-size: 24px; line-height: 1.3 }
small { overflow-wrap: anywhere }
a { display: inline-block; min-height: 44px; padding: 0 24px; border-radius: 6px; line-height: 44px;
  background: var(--accent); color: var(--on-accent); text-decoration: none }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
`;

/** The language of a page for whoever asks. */
export const pageLocale = (request: FastifyRequest): Locale =>
  preferredLocale(request.headers["accept-language"]);

/** @param body all of it ours, or escaped */
export function sendPlainPage(
  request: FastifyRequest,
  reply: FastifyReply,
  title: string,
  body: string,
) {
  return reply
    .header("vary", "accept-language")
    .type("text/html; charset=utf-8")
    .send(
      `<!doctype html><html lang="${pageLocale(request)}"><head><meta charset="utf-8">` +
        `<meta name="viewport" content="width=device-width, initial-scale=1">` +
        `<title>${title}</title><link rel="icon" href="/favicon.svg" type="image/svg+xml">` +
        `<style>${STYLE}</style></head><body><main>${body}</main></body></html>\n`,
    );
}
