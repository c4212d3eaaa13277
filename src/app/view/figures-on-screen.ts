import { createStore, type Store } from "#app/ui/create-store.ts";

/**
 * The figures of the calls that are on screen, line by line as one would write them, for who tells somebody else
 * about the view. Empty while none are known.
 */
export const FIGURES_ON_SCREEN: Store<string> = createStore("");
