import { request } from "undici";

/** A reply, as a test looks at it. */
export interface Visited {
  /** The address that was asked last. */
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** Where it leads, whole. */
  readonly location: string | undefined;
  readonly setCookies: readonly string[];
}

/** A browser's least: cookies by host, redirects, and what it says of its requests. */
export interface Visitor {
  /** By host, then by name; behind a blank the path, where it is not all. */
  readonly cookies: Map<string, Map<string, string>>;
  /** One request, whose redirect is not followed. */
  ask(url: string, options?: AskOptions): Promise<Visited>;
  /** A document, with all redirects; `until` stops before an address that it holds for. */
  visit(url: string, until?: (url: string) => boolean): Promise<Visited>;
  /** Types a name into the provider's form, and follows on. */
  logIn(form: Visited, fields: Record<string, string>): Promise<Visited>;
}

export interface AskOptions {
  readonly method?: "GET" | "POST" | "HEAD";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const DOCUMENT = {
  accept: "text/html",
  "sec-fetch-dest": "document",
  "sec-fetch-mode": "navigate",
  "sec-fetch-site": "none",
};
const MOST_REDIRECTS = 20;

/** @param reach where a public address is reached: each call may tell another replica */
export function createVisitor(reach: (origin: string) => string): Visitor {
  const cookies: Visitor["cookies"] = new Map();

  async function ask(url: string, options: AskOptions = {}): Promise<Visited> {
    const { origin, host, pathname, search } = new URL(url);
    const jar = cookies.get(host) ?? new Map<string, string>();
    cookies.set(host, jar);
    const cookie = [...jar]
      .map(([key, value]) => [...key.split(" "), value])
      .filter(([, path = "", value]) => value === undefined || pathname.startsWith(path))
      .map(([name = "", ...rest]) => `${name}=${rest.at(-1)}`)
      .join("; ");
    const reply = await request(reach(origin) + pathname + search, {
      method: options.method ?? "GET",
      headers: { host, ...(cookie && { cookie }), ...options.headers },
      body: options.body ?? null,
    });
    const setCookies = [reply.headers["set-cookie"] ?? []].flat();
    for (const text of setCookies) {
      const [pair = "", ...attributes] = text.split("; ");
      const cut = pair.indexOf("=");
      const path = attributes.find((one) => /^path=/i.test(one))?.slice("path=".length) ?? "/";
      const key = pair.slice(0, cut) + (path === "/" ? "" : ` ${path}`);
      if (attributes.some((one) => /^(max-age=0|expires=Thu, 01 Jan 1970.*)$/i.test(one)))
        jar.delete(key);
      else jar.set(key, pair.slice(cut + 1));
    }
    const { location } = reply.headers;
    return {
      url,
      status: reply.statusCode,
      headers: reply.headers,
      body: await reply.body.text(),
      location: typeof location === "string" ? new URL(location, url).href : undefined,
      setCookies,
    };
  }

  async function follow(first: Visited, until: (url: string) => boolean): Promise<Visited> {
    let visited = first;
    for (let count = 0; count < MOST_REDIRECTS; count += 1) {
      const { location } = visited;
      if (location === undefined || until(location)) return visited;
      visited = await ask(location, { headers: DOCUMENT });
    }
    throw new Error(`Round and round: ${visited.location}`);
  }

  const never = () => false;
  return {
    cookies,
    ask,
    visit: async (url, until = never) => follow(await ask(url, { headers: DOCUMENT }), until),
    async logIn(form, fields) {
      const sent = await ask(form.url, {
        method: "POST",
        headers: { ...DOCUMENT, "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams(fields).toString(),
      });
      return follow(sent, never);
    },
  };
}
