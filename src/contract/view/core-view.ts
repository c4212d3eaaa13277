import { viewSearch } from "./view-codec.ts";
import type { View } from "./view.ts";

/** A view without where in it somebody is: its page, and the calls that are open. */
export function coreView(view: View): View {
  const { record: _open, position: _heard, beside: _pinned, ...core } = view;
  return { ...core, page: 1 };
}

/** The text of {@link coreView}: equal for views that are one another's, wherever in them one is. */
export const coreSearch = (view: View): string => viewSearch(coreView(view));
