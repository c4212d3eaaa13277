import { createLazyPart } from "#app/ui/lazy-part.tsx";

/** The button of the saved views: what one saves is there before. */
export const LateSavedButton = createLazyPart(
  () => import("#app/saved/saved-button.tsx"),
  (module) => module.SavedButton,
);
