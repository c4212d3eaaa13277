import { useMessages } from "use-intl";
import type { Labels } from "#labels/labels.ts";
import type { Messages } from "#labels/messages.ts";

/** Plain label tables, for places that draw too many labels to call a translator for each. */
export function useLabels(): Labels {
  // The provider is only ever given a `Messages`.
  return useMessages() as Messages;
}
