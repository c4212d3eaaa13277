import type { QueryClient } from "@tanstack/react-query";
import { tell, toldSoFar, useTold, type Told } from "./told.ts";

/**
 * Whether nobody is signed in any more, though a view is open; `healing` while what failed by that is
 * asked for again.
 */
export type Lapse = "none" | "lapsed" | "healing";

const LAPSE: Told<Lapse> = { name: ["lapse"], nothing: "none" };

export function tellLapse(client: QueryClient, lapse: Lapse): void {
  tell(client, LAPSE, () => lapse);
}

/** Follows it: one dialog says so for all parts of the screen, and meanwhile nothing is asked for by itself. */
export function useLapse(): Lapse {
  return useTold(LAPSE);
}

export function isLapsed(client: QueryClient): boolean {
  return toldSoFar(client, LAPSE) === "lapsed";
}
