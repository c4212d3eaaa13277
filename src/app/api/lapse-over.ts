import type { QueryClient } from "@tanstack/react-query";
import { isLapsed } from "./lapse.ts";

/** Resolves once somebody is signed in again, for what is asked for by no query; or once it is given up. */
export function lapseOver(client: QueryClient, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (isLapsed(client) && !signal.aborted) return;
      stop();
      resolve();
    };
    const stop = client.getQueryCache().subscribe(check);
    signal.addEventListener("abort", check, { once: true });
    check();
  });
}
