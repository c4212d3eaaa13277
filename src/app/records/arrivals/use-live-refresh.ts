import { useEffect, useEffectEvent, useRef, useState } from "react";
import { isLapse, isOutage, type ApiError } from "#app/api/api-error.ts";
import { useLapse } from "#app/api/lapse.ts";
import type { Viewport } from "#app/records/list/viewport.ts";
import { useView, useViewPending } from "#app/view/use-view.tsx";
import { liveNow } from "./live-now.ts";
import {
  canRefreshLive,
  isMadeUp,
  LIVE_OFF,
  liveRefresh,
  type Hold,
  type LiveEvent,
  type LiveSeconds,
  type LiveState,
} from "./live-refresh.ts";
import { useHold } from "./use-hold.ts";

export interface Watched {
  readonly viewport: Viewport;
  /** Whether rows are on their way, and what went wrong with them. */
  readonly loading: boolean;
  readonly error: ApiError | null;
}

interface LiveInHand {
  readonly state: LiveState;
  /** Why nothing is refreshed at the moment, though it is on. */
  readonly hold: Hold | undefined;
  /** Whether the view is one that can be kept fresh. */
  readonly isPossible: boolean;
  /** Starts it, or switches it off. */
  readonly choose: (seconds: LiveSeconds | undefined) => void;
}

/** Live refresh of this tab: neither the link nor the next visit has it. */
export function useLiveRefresh({ viewport, loading, error }: Watched): LiveInHand {
  const { view, range, asOf, refreshToTop } = useView();
  const [state, setState] = useState(LIVE_OFF);
  const reading = useHold(viewport, state.on);

  const isPossible = canRefreshLive(view, range, asOf);
  // What failed of the view before says nothing of the one that is about to be shown.
  const isPending = useViewPending();
  const isBroken = error !== null && isOutage(error);
  const isLapsed = useLapse() !== "none" || (error !== null && isLapse(error));
  const reason = isPossible
    ? error === null || isBroken || isLapsed
      ? undefined
      : "error"
    : "view";
  if (!isPending && state.on && reason !== undefined)
    setState(liveRefresh(state, { type: "stop", reason }));

  const hold =
    reading ?? (isBroken ? "outage" : isLapsed ? "lapse" : loading ? "loading" : undefined);
  function step(event: LiveEvent) {
    const next = liveRefresh(state, event);
    setState(next);
    if (!next.on || !("at" in event) || next.refreshedAt !== event.at) return;
    // Before the list hears of it.
    liveNow.set(true);
    refreshToTop();
  }
  const onTick = useEffectEvent(() => step({ type: "tick", at: Date.now(), hold }));

  const startedAt = state.on ? state.startedAt : undefined;
  const seconds = state.on ? state.seconds : undefined;
  useEffect(() => {
    if (startedAt === undefined || seconds === undefined) return undefined;
    const timer = setInterval(onTick, seconds * 1000);
    return () => clearInterval(timer);
    // A new start begins a new interval.
  }, [startedAt, seconds]);

  const isRefreshing = state.on && (hold === undefined || hold === "loading");
  useEffect(() => {
    liveNow.set(isRefreshing);
    return () => liveNow.set(false);
  }, [isRefreshing]);

  const wasHeld = useRef(hold);
  useEffect(() => {
    const isOver = hold === undefined && isMadeUp(wasHeld.current);
    wasHeld.current = hold;
    if (isOver) onTick();
  }, [hold]);

  return {
    state,
    hold,
    isPossible,
    choose: (chosen) =>
      step(
        chosen === undefined
          ? { type: "off" }
          : { type: "start", seconds: chosen, at: Date.now(), hold },
      ),
  };
}
