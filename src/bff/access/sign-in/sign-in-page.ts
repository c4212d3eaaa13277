import type { FastifyReply, FastifyRequest } from "fastify";
import { pageLocale, sendPlainPage } from "#bff/http/plain-page.ts";
import { DONE_ROUTE, loginPath, SIGN_IN_ROUTE } from "#contract/api/sign-in.ts";
import type { SignInReason } from "./sign-in-reasons.ts";
import { SIGN_IN_WORDS } from "./sign-in-words.ts";

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
  return sendPlainPage(
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
  return sendPlainPage(
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

const wordsFor = (request: FastifyRequest) => SIGN_IN_WORDS[pageLocale(request)];

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
