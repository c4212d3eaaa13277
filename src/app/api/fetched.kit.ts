import { vi } from "vitest";

/** For tests: a request that the browser's half sent, its body read. */
export interface Fetched {
  readonly path: string;
  readonly body: unknown;
}

/**
 * For tests: stands in for the browser's `fetch` and its frames, which Node has not. What was fetched
 * is noted; `answer` makes the reply.
 */
export function stubBrowser(answer: (request: Fetched) => Response | Promise<Response>): Fetched[] {
  const fetched: Fetched[] = [];
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) => setTimeout(draw, 0));
  vi.stubGlobal("fetch", async (path: string, { body, signal }: RequestInit) => {
    const request = { path, body: typeof body === "string" ? JSON.parse(body) : undefined };
    fetched.push(request);
    const left = new Promise<never>((_resolve, reject) =>
      signal?.addEventListener("abort", () => reject(signal.reason)),
    );
    return Promise.race([answer(request), left]);
  });
  return fetched;
}

/** For tests: a reply of NDJSON. */
export function linesReply(...lines: readonly unknown[]): Response {
  return new Response(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
}
