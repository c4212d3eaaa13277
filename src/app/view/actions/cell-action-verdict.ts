import type { ViewChange } from "#app/view/change-view.ts";
import type { ActionHint, CellAction, NumberOfCall } from "./cell-action.ts";

/** Whether an action can be done: where it leads, or why not. */
export type Verdict = Pick<CellAction, "hint" | "enabled" | "change" | "ofCall">;

export const no = (hint: ActionHint): Verdict => ({ enabled: false, hint });
export const yesOfCall = (ofCall: NumberOfCall): Verdict => ({ enabled: true, ofCall });
export const yes = (change: ViewChange): Verdict => ({ enabled: true, change });
