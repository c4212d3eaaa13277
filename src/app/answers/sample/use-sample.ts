import { useEffect, useState } from "react";
import { useView } from "#app/view/use-view.tsx";
import { seedAt, type SampleDraw } from "#contract/filter/sample-draw.ts";

/** As a sample is drawn until somebody wants another. */
const USUAL = { calls: 5, per: "all", leastTalk: 0 } as const;

const anySeed = () => seedAt(Math.random());

export interface SampleInHand {
  /** Of the address; undefined for the moment until there is one. */
  readonly sample: SampleDraw | undefined;
  readonly change: (change: Partial<SampleDraw>) => void;
  /** Takes another seed. */
  readonly again: () => void;
}

/** Which sample the address names. Where it names none, it is given one. */
export function useSample(): SampleInHand {
  const { view, change } = useView();
  const { sample } = view;
  const [first] = useState((): SampleDraw => ({ ...USUAL, seed: anySeed() }));
  const isMissing = sample === undefined;
  useEffect(() => {
    if (isMissing) change({ sample: first }, "replace");
  }, [isMissing, change, first]);
  return {
    sample,
    change: (changed) => change({ sample: { ...(sample ?? first), ...changed } }),
    again: () => change({ sample: { ...(sample ?? first), seed: anySeed() } }),
  };
}
