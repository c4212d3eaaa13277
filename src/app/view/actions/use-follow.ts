import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useSay } from "#app/ui/use-say.tsx";
import type { ViewChange } from "#app/view/change-view.ts";
import { useView } from "#app/view/use-view.tsx";
import type { CellAction } from "./cell-action.ts";

/** Goes where an action leads; `also` is changed in the same step. */
export function useFollow(): (
  action: Pick<CellAction, "change" | "ofCall">,
  also?: ViewChange,
) => void {
  const t = useTranslations("errors");
  const say = useSay();
  const client = useQueryClient();
  const { instance, change } = useView();
  return ({ change: wanted, ofCall }, also) => {
    if (wanted !== undefined) change({ ...wanted, ...also });
    if (ofCall === undefined) return;
    // Most readers see numbers as they are, and go by those.
    import("./filter-by-call.ts")
      .then(({ filterByCall }) => filterByCall(ofCall, client, { instance, change }, also))
      .catch(() => say("error", t("numberNotSealed"), "cell-action"));
  };
}
