import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useView } from "#app/view/use-view.tsx";
import type { CallSet } from "#contract/view/call-set.ts";
import type { AskedCalls } from "./back-key.ts";
import { callBackQuery, gapOf } from "./call-back-query.ts";

interface QuietCalls extends AskedCalls {
  /** Takes the next ones that come, however soon. */
  readonly hurry: () => void;
}

/** The calls of the view, but not as often as live refresh moves them on where asking for them costs much. */
export function useQuietCalls(calls: CallSet): QuietCalls {
  const client = useQueryClient();
  const { view } = useView();
  const { instance, criteria } = calls;
  const { time } = view;
  const asked = JSON.stringify([instance, criteria, time]);
  const [held, setHeld] = useState({ calls, time, asked, isHurried: false });
  const isNext = held.calls !== calls && (held.asked !== asked || held.isHurried || isOld());
  if (isNext) setHeld({ calls, time, asked, isHurried: false });

  function isOld(): boolean {
    const list = client.getQueryData(callBackQuery(held).queryKey);
    return calls.asOf - held.calls.asOf >= gapOf(list);
  }
  return {
    calls: isNext ? calls : held.calls,
    time: isNext ? time : held.time,
    hurry: () => setHeld({ ...held, isHurried: true }),
  };
}
