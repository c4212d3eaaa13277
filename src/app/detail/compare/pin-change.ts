import type { ViewChange } from "#app/view/change-view.ts";
import type { View } from "#contract/view/view.ts";

/** Pins the open call; or ends that, whichever call is pinned. */
export function pinChange({ record, beside }: View): ViewChange {
  return { beside: beside === undefined ? record : undefined };
}
