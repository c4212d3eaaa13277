import type { FastifyReply, FastifyRequest } from "fastify";
import { preferredLocale } from "#bff/http/preferred-locale.ts";
import { DONE_ROUTE, loginPath, SIGN_IN_ROUTE } from "#contract/api/sign-in.ts";
import type { SignInReason } from "./sign-in-reasons.ts";
import { SIGN_IN_WORDS } from "./sign-in-words.ts";

// Pages for whoever is not signed in: the dashboard's code does not come before that.

const STYLE = `
:root { color-scheme: light dark; --accent: #1668dc; --on-accent: #fff }
@media (prefers-color-scheme: dark) { :root { --accent: #3f97ff; --on-accent: #000 } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center;
  font: 16px/1.6 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB",
    "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
main { box-sizing: border-box; max-width: 26rem; padding: 24px }
h1 { font-size: 24px; line-height: 1.3 }
a { display: inline-block; min-height: 44px; padding: 0 24px; border-radius: 6px; line-height: 44px;
  background: var(--accent); color: var(--on-accent); text-decoration: none }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
`;

const SIGNED_IN_SCRIPT = "/signed-in.js";
const AWAIT_SCRIPT = "/await-sign-in.js";

export interface SignInPage {
  readonly reason?: SignInReason | undefined;
  /** A page of ours. */
  readonly returnTo: string;
}

/** A page with a button that signs in, and leads to `returnTo`; it is loaded anew when another tab has. */
export function sendSignInPage(request: FastifyRequest, reply: FastifyReply, page: SignInPage) {
  const { reason, returnTo } = page;
  const { title, heading, button, reasons } = wordsFor(request);
  const inNewTab = reason === "long-link";
  const href = loginPath(inNewTab ? DONE_ROUTE : returnTo);
  const target = inNewTab ? ' target="_blank"' : "";
  const why = reason === undefined ? "" : `<p role="status">${reasons[reason]}</p>`;
  // Left open while another tab signs in, it follows; a link that is too long is where it stands.
  const next = inNewTab ? "" : ` data-next="${escapeText(returnTo)}"`;
  return sendPage(
    request,
    reply,
    title,
    `<h1>${heading}</h1>${why}<p><a href="${escapeText(href)}"${target}>${button}</a></p>` +
      `<script src="${AWAIT_SCRIPT}"${next} defer></script>`,
  );
}

/** A page that tells the other tabs, and may be closed. */
export function sendDonePage(request: FastifyRequest, reply: FastifyReply) {
  const { doneHeading, done } = wordsFor(request);
  return sendPage(
    request,
    reply,
    doneHeading,
    `<h1>${doneHeading}</h1><p>${done}</p><script src="${SIGNED_IN_SCRIPT}" defer></script>`,
  );
}

export function signInPath({ reason, returnTo }: SignInPage): string {
  const query = new URLSearchParams({ ...(reason && { reason }), return: returnTo });
  return `${SIGN_IN_ROUTE}?${query}`;
}

const localeOf = (request: FastifyRequest) => preferredLocale(request.headers["accept-language"]);
const wordsFor = (request: FastifyRequest) => SIGN_IN_WORDS[localeOf(request)];

/** @param body all of it ours, or escaped */
function sendPage(request: FastifyRequest, reply: FastifyReply, title: string, body: string) {
  return reply
    .header("vary", "accept-language")
    .type("text/html; charset=utf-8")
    .send(
      `<!doctype html><html lang="${localeOf(request)}"><head><meta charset="utf-8">` +
        `<meta name="viewport" content="width=device-width, initial-scale=1">` +
        `<title>${title}</title><link rel="icon" href="/favicon.svg" type="image/svg+xml">` +
        `<style>${STYLE}</style></head><body><main>${body}</main></body></html>\n`,
    );
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
