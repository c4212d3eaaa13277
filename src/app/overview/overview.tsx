import { memo, useState } from "react";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { overridingCriterion } from "#contract/filter/criteria.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { useOverviewRoom } from "./use-overview-room.ts";
import beside from "#app/ui/beside.module.css";
import classes from "./overview.module.css";

const OverviewParts = createLazyPart(
  () => import("./overview-parts.tsx"),
  (module) => module.OverviewParts,
);

interface OverviewProps {
  /** What the view asks for: the same object while it is the same. */
  readonly calls: CallSet;
  /** Whether the first rows are there, or failed. Before, nothing here stands in their way. */
  readonly isReady: boolean;
}

/** Summary and histogram above the rows. Before their code is there their room is kept, and grey. */
export const Overview = memo(function Overview({ calls, isReady }: OverviewProps) {
  const shape = useOverviewRoom();
  const [isBegun, setBegun] = useState(isReady);
  if (isReady && !isBegun) setBegun(true);
  // One call is looked for whenever it was: it has no distribution.
  if (overridingCriterion(calls.criteria) !== undefined) return null;
  return (
    <div className={`${beside["room"]} ${classes["overview"]} ${classes[shape]}`}>
      {isBegun && <OverviewParts whenFailed={PartFailed} calls={calls} />}
    </div>
  );
});
