import type { ServerResponse } from "node:http";

/** Aborted when the client is gone before it has the answer: what is worked out for it can stop. */
export function abandonedSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
