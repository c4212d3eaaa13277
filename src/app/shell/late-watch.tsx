import { createLazyPart } from "#app/ui/lazy-part.tsx";

/** The button of the rules by which figures are watched. */
export const LateWatchButton = createLazyPart(
  () => import("#app/overview/watch/watch-button.tsx"),
  (module) => module.WatchButton,
);

/** What watches them, and says what has crossed its threshold. */
export const LateWatchPlace = createLazyPart(
  () => import("#app/overview/watch/watch-place.tsx"),
  (module) => module.WatchPlace,
);
