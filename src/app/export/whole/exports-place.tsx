import { useState } from "react";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { useWholeExports } from "./export-list.ts";

const ExportsPanel = createLazyPart(
  () => import("./exports-panel.tsx"),
  (module) => module.ExportsPanel,
);

/** Where exports of all that matches are shown, once there was one. */
export function ExportsPlace() {
  const exports = useWholeExports();
  const [isUsed, setUsed] = useState(false);
  if (exports.length > 0 && !isUsed) setUsed(true);
  return isUsed && <ExportsPanel whenFailed={PartFailed} exports={exports} />;
}
