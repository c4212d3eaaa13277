interface EarlyReply {
  readonly path: string;
  readonly reply: Promise<Response>;
  giveUp(reason?: unknown): void;
}

/** One GET of the BFF, as it stands for whoever sends it. */
export function askFor(path: string, signal: AbortSignal): Promise<Response> {
  return fetch(path, { signal, headers: { accept: "application/json" } });
}

/** Replies that are on their way and that nobody has asked about, by the question they answer. */
const early = new Map<string, EarlyReply>();

/** Asks for something before the code that wants it is here. */
export function askEarly(path: string): void {
  const controller = new AbortController();
  const reply = askFor(path, controller.signal);
  // Whoever takes it hears of a failure by asking again; where nobody does, it is nobody's.
  reply.catch(() => undefined);
  early.set(questionOf(path), {
    path,
    reply,
    giveUp: (reason) => controller.abort(reason),
  });
}

/**
 * The reply that was asked for early, where it is one to this very path: handed over once, as if it had
 * been asked for now. One to anything else is given up.
 *
 * @returns undefined where there is none, also where the way to it was broken
 * @throws nothing: a signal that was aborted gives undefined, too
 */
export async function takeEarlyReply(
  path: string,
  signal: AbortSignal,
): Promise<Response | undefined> {
  const question = questionOf(path);
  const taken = early.get(question);
  if (taken === undefined) return undefined;
  early.delete(question);
  const giveUp = () => taken.giveUp(signal.reason);
  if (signal.aborted || unpinned(taken.path) !== unpinned(path)) {
    giveUp();
    return undefined;
  }
  signal.addEventListener("abort", giveUp, { once: true });
  const reply = await taken.reply.catch(() => undefined);
  if (reply === undefined) return undefined;
  // What the early request left to the server, its reply tells.
  const answered = reply.headers.get("content-location") ?? taken.path;
  if (answered === path) return reply;
  giveUp();
  return undefined;
}

/** Only the path of it matters. */
const parse = (path: string) => new URL(path, "http://callscope");

/** Counts and pages have the same path, but are two questions: one goes past the other. */
function questionOf(path: string): string {
  const { pathname, searchParams } = parse(path);
  return `${pathname} ${searchParams.get("size") ?? ""}`;
}

/** What of a path does not change as the server fills in the instance and the instants. */
function unpinned(path: string): string {
  const { pathname, searchParams } = parse(path);
  for (const name of ["instance", "range", "from", "to"]) searchParams.delete(name);
  return `${pathname}?${searchParams}`;
}
