import { CRITERION_KEYS, FILTERS, isKind } from "#contract/filter/filters.ts";
import { tabHeaders } from "./tab-headers.ts";

interface EarlyReply {
  readonly path: string;
  /** Whole: its body is here, too. */
  readonly reply: Promise<Response>;
  /** Once it is here, with the moment of that, ms. */
  readonly here: () => { readonly response: Response; readonly cameAt: number } | undefined;
  giveUp(reason?: unknown): void;
}

/** One GET of the BFF, as it stands for whoever sends it. */
export function askFor(path: string, signal: AbortSignal): Promise<Response> {
  return fetch(path, { signal, headers: { accept: "application/json", ...tabHeaders() } });
}

/** Of a reply that waits; who asks later is to hear of calls that have come since. */
const LONGEST_WAIT_MS = 60_000;

/** Replies that nobody has taken yet, by the question that they answer. */
const early = new Map<string, EarlyReply>();

/** Asks for something before the code that wants it is here. */
export function askEarly(path: string): void {
  const controller = new AbortController();
  let here: ReturnType<EarlyReply["here"]>;
  const reply = askFor(path, controller.signal).then(async (coming) => {
    const response = new Response(await coming.arrayBuffer(), coming);
    here = { response, cameAt: Date.now() };
    return response;
  });
  const question = questionOf(path);
  early.set(question, {
    path,
    reply,
    here: () => here,
    giveUp: (reason) => controller.abort(reason),
  });
  // Where it fails, who takes it asks again, and if nobody does, nobody misses it.
  const forget = () => setTimeout(() => early.delete(question), LONGEST_WAIT_MS);
  void reply.then(forget, forget);
}

/** Resolves once all of them are here, or cannot be had. */
export async function whenEarlyRepliesCame(): Promise<void> {
  await Promise.allSettled([...early.values()].map(({ reply }) => reply));
}

/** Whether a good reply to this very path is here already and need not be waited for. */
export function isEarlyReplyHere(path: string): boolean {
  const asked = early.get(questionOf(path));
  const response = asked?.here()?.response;
  return asked !== undefined && response?.ok === true && isReplyTo(path, asked, response);
}

/** When the reply that waits for whoever asks this came, ms; undefined where none waits. */
export function earlyReplyCameAt(path: string): number | undefined {
  return early.get(questionOf(path))?.here()?.cameAt;
}

/**
 * The reply that was asked for early, good or bad, where it is one to this very path. It is handed over
 * once, to whoever asks its question first; a reply to something else is given up.
 *
 * @returns undefined where there is none, where the way to it was broken, and once `signal` is aborted
 */
export async function takeEarlyReply(
  path: string,
  signal: AbortSignal,
): Promise<Response | undefined> {
  const question = questionOf(path);
  const asked = early.get(question);
  if (asked === undefined) return undefined;
  early.delete(question);
  const giveUp = () => asked.giveUp(signal.reason);
  if (signal.aborted || !mayBecome(path, asked)) {
    giveUp();
    return undefined;
  }
  signal.addEventListener("abort", giveUp, { once: true });
  const reply = await asked.reply.catch(() => undefined);
  return reply !== undefined && isReplyTo(path, asked, reply) ? reply : undefined;
}

/**
 * What the early request left to the server, the reply tells; unless it was refused before that was filled in,
 * as by a server that is busy. Then so is whatever it would have become.
 */
function isReplyTo(path: string, asked: EarlyReply, { ok, headers }: Response): boolean {
  const told = headers.get("content-location");
  return told === null && !ok ? mayBecome(path, asked) : (told ?? asked.path) === path;
}

/** Only the path of it matters. */
const parse = (path: string) => new URL(path, "http://callscope");

/** Counts and pages have the same path, but are several questions: they go past each other. */
function questionOf(path: string): string {
  const { pathname, searchParams } = parse(path);
  return [pathname, searchParams.get("page"), searchParams.get("size")].join(" ");
}

/** One of them is filled in for a reader who is bounded by their groups or agents. */
const SCOPE_NAMES = CRITERION_KEYS.filter((key) => isKind(key, "person")).map(
  (key) => FILTERS[key].url,
);

/** Whether the early request may be of that path once the server has filled in what it leaves open. */
function mayBecome(path: string, asked: EarlyReply): boolean {
  const given = parse(asked.path).searchParams;
  const open = [
    ...(given.has("instance") ? [] : ["instance"]),
    ...(given.has("from") ? [] : ["range", "from", "to"]),
    ...SCOPE_NAMES.filter((name) => !given.has(name)),
  ];
  const rest = (text: string) => {
    const { pathname, searchParams } = parse(text);
    for (const name of open) searchParams.delete(name);
    return `${pathname}?${searchParams}`;
  };
  return rest(path) === rest(asked.path);
}
