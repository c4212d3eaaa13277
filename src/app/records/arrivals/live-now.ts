import { createStore } from "#app/ui/create-store.ts";

/**
 * Whether new calls are shown by themselves now. It stands beside React's state since what says so, the
 * control of live refresh, is fetched after the first rows.
 */
export const liveNow = createStore(false);
