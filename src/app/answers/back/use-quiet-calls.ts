import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useView } from "#app/view/use-view.tsx";
import type { CallSet } from "#contract/view/call-set.ts";
import { callBackQuery, gapOf } from "./call-back-query.ts";

interface QuietCalls {
  /** The calls that are asked about. */
  readonly calls: CallSet;
  /** Takes the next ones that come, however soon. */
  readonly hurry: () => void;
}

/** The calls of the view, but not as often as live refresh moves them on where asking for them costs much. */
export function useQuietCalls(calls: CallSet): QuietCalls {
  const client = useQueryClient();
  const { view } = useView();
  const { instance, criteria } = calls;
  const asked = JSON.stringify([instance, criteria, view.time]);
  const [held, setHeld] = useState({ calls, asked, isHurried: false });
  const isNext = held.calls !== calls && (held.asked !== asked || held.isHurried || isOld());
  if (isNext) setHeld({ calls, asked, isHurried: false });

  function isOld(): boolean {
    const list = client.getQueryData(callBackQuery(held.calls).queryKey);
    return calls.asOf - held.calls.asOf >= gapOf(list);
  }
  return {
    calls: isNext ? calls : held.calls,
    hurry: () => setHeld({ ...held, isHurried: true }),
  };
}
