import type { FastifyReply, FastifyRequest } from "fastify";
import type { Problem } from "#contract/api/errors.ts";
import type { Locale } from "#contract/api/locales.ts";
import { pageLocale, sendPlainPage } from "./plain-page.ts";

interface Words {
  readonly heading: string;
  readonly text: string;
}

interface PageWords {
  readonly wrongHost: Words;
  readonly notFound: Words;
  readonly busy: Words;
  readonly failed: Words;
  readonly home: string;
  /** Before the id by which the log has the request. */
  readonly reference: string;
}

const WORDS: Readonly<Record<Locale, PageWords>> = {
  "zh-CN": {
    wrongHost: {
      heading: "此地址未启用",
      text: "Callscope 在运行，但不接受以此地址访问。请使用管理员提供的地址；管理员可以通过 PUBLIC_URL 设置地址。",
    },
    notFound: { heading: "没有此页面", text: "链接可能不完整。" },
    busy: { heading: "服务器繁忙", text: "请稍后再试。" },
    failed: { heading: "无法打开此页面", text: "请稍后再试；若仍不行，请把下面的编号告诉管理员。" },
    home: "打开通话记录",
    reference: "请求编号",
  },
  "en-US": {
    wrongHost: {
      heading: "This address is not in use",
      text: "Callscope is running, but does not answer at this address. Use the one that your administrator gave you; whoever runs the server sets it as PUBLIC_URL.",
    },
    notFound: { heading: "There is no such page", text: "The link may be incomplete." },
    busy: { heading: "The server is busy", text: "Try again in a while." },
    failed: {
      heading: "This page cannot be opened",
      text: "Try again in a while; if it goes on, give the number below to your administrator.",
    },
    home: "Open the call records",
    reference: "Request",
  },
};

/** Whether a person goes to a page, and would read what is answered; programs and `/api` get problems. */
export function isPageVisit({ method, url, headers }: FastifyRequest): boolean {
  if (method !== "GET" || url.startsWith("/api/")) return false;
  const destination = headers["sec-fetch-dest"];
  // Browsers of before 2023 do not say what they ask for, nor does any over http to another machine.
  if (destination === undefined) return headers.accept?.includes("text/html") === true;
  return destination === "document";
}

/** A problem as a page: what is wrong, what to do, and the id that finds it in the log. */
export function sendRefusalPage(request: FastifyRequest, reply: FastifyReply, problem: Problem) {
  const words = WORDS[pageLocale(request)];
  const kind = kindOf(problem);
  const { heading, text } = words[kind];
  // At an address that is not in use its other pages are not either.
  const home = kind === "wrongHost" ? "" : `<p><a href="/">${words.home}</a></p>`;
  return sendPlainPage(
    request,
    reply,
    `${heading} · Callscope`,
    `<h1>${heading}</h1><p>${text}</p>${home}<small>${words.reference} ${request.id}</small>`,
  );
}

function kindOf({ status }: Problem): "wrongHost" | "notFound" | "busy" | "failed" {
  if (status === 421) return "wrongHost";
  if (status === 404) return "notFound";
  return status === 429 || status === 503 ? "busy" : "failed";
}
