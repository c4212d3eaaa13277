import { useState } from "react";
import { useView } from "#app/view/use-view.tsx";
import { isRelative } from "#contract/time/time-range.ts";
import { callsSearch, type CallSet } from "#contract/view/call-set.ts";

/** What whoever copied the link saw, to be held against what is there now. */
export interface SenderNote {
  /** The instant their results were pinned to, ms. */
  readonly asOf: number;
  /** How many calls matched for them. */
  readonly total: number;
  readonly onDismiss: () => void;
}

/**
 * The note of the link that was opened: as long as its calls are looked at, whatever page or call of them, until it
 * is dismissed. None where anything of the link was dropped, since then the calls are others, and none before the
 * instant that it is of.
 */
export function useSenderNote(calls: CallSet): SenderNote | undefined {
  const { view, note, problems, tidy } = useView();
  const { asOf, total } = note;
  const of = callsSearch(calls);
  const [held, setHeld] = useState<{ of: string; asOf: number; total: number }>();
  const [seen, setSeen] = useState<typeof held>();
  const isTold =
    asOf !== undefined && total !== undefined && !isRelative(view.time) && problems.length === 0;
  if (isTold && (held?.of !== of || held.asOf !== asOf || held.total !== total))
    setHeld({ of, asOf, total });
  if (held === undefined || held.of !== of || held === seen || calls.asOf < held.asOf)
    return undefined;
  return {
    asOf: held.asOf,
    total: held.total,
    onDismiss: () => {
      setSeen(held);
      tidy();
    },
  };
}
