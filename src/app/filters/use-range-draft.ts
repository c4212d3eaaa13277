import { useState } from "react";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { Ends } from "./chosen-range.ts";
import {
  beginDraft,
  settleDraft,
  withPicked,
  withTyped,
  type Missing,
  type RangeDraft,
  type Settled,
  type Side,
} from "./range-draft.ts";

interface RangeDraftInHand {
  readonly draft: RangeDraft;
  /** Why the draft that was left last has no effect yet. */
  readonly missing: Missing | undefined;
  readonly type: (side: Side, text: string) => void;
  readonly pick: (ends: Parameters<typeof withPicked>[2]) => void;
  /** Gives it up. */
  readonly drop: () => void;
  /** Leaves it: what is held stays, all else begins anew. */
  readonly settle: () => Settled;
}

/** A range in the making, which begins anew whenever another one is in effect. */
export function useRangeDraft(
  opened: Ends,
  shown: AbsoluteRange | undefined,
  timeZone: string,
): RangeDraftInHand {
  const [draft, setDraft] = useState(() => beginDraft(opened));
  const [missing, setMissing] = useState<Missing>();
  const [followed, setFollowed] = useState(opened);
  const drop = () => {
    setDraft(beginDraft(opened));
    setMissing(undefined);
  };
  if (followed !== opened) {
    setFollowed(opened);
    drop();
  }
  return {
    draft,
    missing,
    type: (side, text) => setDraft((before) => withTyped(before, side, text)),
    pick: (ends) => setDraft((before) => withPicked(before, opened, ends)),
    drop,
    settle: () => {
      const settled = settleDraft(draft, opened, shown, timeZone);
      if (settled.state === "held") setMissing(settled.missing);
      else drop();
      return settled;
    },
  };
}
