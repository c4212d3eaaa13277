import { useSuspenseQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { sessionQuery } from "#app/api/session-query.ts";
import { LEVEL_FORMULAS, type ServiceLevel } from "#contract/filter/service-level.ts";
import { useChange, useLinkedLevel } from "./use-view.tsx";

export interface ServiceLevelInHand {
  readonly level: ServiceLevel;
  /** That of a view that says none. */
  readonly usual: ServiceLevel;
  readonly change: (level: ServiceLevel) => void;
}

/** How the service level is taken, and how to change that: in the address, so that a link says the same figure. */
export function useServiceLevel(): ServiceLevelInHand {
  const { serviceLevelSeconds: seconds } = useSuspenseQuery(sessionQuery()).data;
  const linked = useLinkedLevel();
  const change = useChange();
  const [formula] = LEVEL_FORMULAS;
  const set = useCallback(
    (level: ServiceLevel) => {
      const isUsual = level.seconds === seconds && level.formula === formula;
      change({ level: isUsual ? undefined : level });
    },
    [change, seconds, formula],
  );
  const usual = { seconds, formula };
  return { level: linked ?? usual, usual, change: set };
}
