import {
  replaceEqualDeep,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from "@tanstack/react-query";
import {
  createContext,
  use,
  useCallback,
  useDeferredValue,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { useTranslations } from "use-intl";
import { knownNumbers, numberOf, useKnownNumbers } from "#app/api/known-numbers.ts";
import { sessionQuery } from "#app/api/session-query.ts";
import { useSay } from "#app/ui/use-say.tsx";
import { FILTERS, type Criteria } from "#contract/filter/filters.ts";
import { clearNumbers, sealedNumbers } from "#contract/filter/sealed-number.ts";
import type { ServiceLevel } from "#contract/filter/service-level.ts";
import { pinInstant, type AbsoluteRange } from "#contract/time/time-range.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import type { LinkNote } from "#contract/view/link-note.ts";
import type { Sort } from "#contract/view/sort.ts";
import { readLink, readView, viewSearch, type ViewProblem } from "#contract/view/view-codec.ts";
import type { View } from "#contract/view/view.ts";
import type { WeekChart } from "#contract/view/week-chart.ts";
import { addressedView, inItsInstance, instanceOf, withTokens } from "./addressed-view.ts";
import { changeView, type ViewChange } from "./change-view.ts";
import { locationSearch, navigate, pinnedAsOf, subscribeToLocation } from "./location-store.ts";
import { openNumbersQuery, sealNumbers } from "./number-links.ts";
import { firstPin, resolveView } from "./resolve-view.ts";
import { ownView } from "./within-scope.ts";

export interface ViewInHand {
  readonly view: View;
  /** What the address said that could not be used. */
  readonly problems: readonly ViewProblem[];
  /** What whoever copied the link noted in it, until the next step. */
  readonly note: LinkNote;
  /** The view's instance, or the first the reader may see; absent when there is none. */
  readonly instance: string | undefined;
  /** The instant the results are pinned to, ms. */
  readonly asOf: number;
  /** The view's time range in instants, ending at `asOf` at the latest. */
  readonly range: AbsoluteRange;
  /** Which calls the view is about; the same object while they are the same. */
  readonly calls: CallSet | undefined;
  /**
   * Goes to a changed view. Anything that changes the list starts it at page 1. A number among its criteria is
   * sealed first.
   */
  readonly change: (
    change: ViewChange | ((view: View) => ViewChange),
    step?: "push" | "replace",
  ) => void;
  /** The view of the address as it is by now: what is on the screen follows it a moment later. */
  readonly addressed: () => View;
  /** Pins the results to now. */
  readonly refresh: () => void;
  /** Does so at page 1, where new calls come in. */
  readonly refreshToTop: () => void;
  /** Writes the address in its normal form, without what could not be used. */
  readonly tidy: () => void;
}

const ViewContext = createContext<ViewInHand | undefined>(undefined);

/** The criteria alone, for what need not be drawn anew by a page, an order or an open record. */
export type CriteriaInHand = Pick<ViewInHand, "change"> & { readonly criteria: Criteria };

const CriteriaContext = createContext<CriteriaInHand | undefined>(undefined);
const SortContext = createContext<Sort | undefined>(undefined);
const CompareContext = createContext(false);
const LevelContext = createContext<ServiceLevel | undefined>(undefined);
const ChartContext = createContext<WeekChart | undefined>(undefined);
const ChangeContext = createContext<ViewInHand["change"] | undefined>(undefined);
const PendingContext = createContext(false);

/** Whether two views show the same calls in the same order. */
function isSameList(a: ViewInHand, b: ViewInHand): boolean {
  return a.calls === b.calls && a.view.sort === b.view.sort;
}

const readSearch = (search: string) => readLink(new URLSearchParams(search));

/** Reads the view from the address, which is sealed, and pins its time range. Needs the session. */
export function ViewProvider({ children }: { children: ReactNode }) {
  const session = useSuspenseQuery(sessionQuery()).data;
  const { now } = session;
  const search = useSyncExternalStore(subscribeToLocation, locationSearch);
  // What is equal in two steps of the address stays the same object: what hangs on the criteria, say,
  // need not be drawn anew by another page.
  const [held, setHeld] = useState(() => ({ search, ...readSearch(search) }));
  const isHeld = held.search === search;
  const latest = isHeld ? held : replaceEqualDeep(held, { search, ...readSearch(search) });
  if (!isHeld) setHeld(latest);
  const { view: linked, note, problems: ofAddress } = latest;
  const client = useQueryClient();
  const known = useKnownNumbers();
  const own = useMemo(() => ownView(linked, session), [linked, session]);
  const view = useMemo(() => withTokens(own, session, known), [own, session, known]);
  const problems = useMemo(
    () => [
      ...ofAddress,
      ...sealedNumbers(own.criteria)
        .filter((key) => view.criteria[key] === undefined)
        .map((key) => ({ name: FILTERS[key].url, reason: "unopened" as const })),
    ],
    [ofAddress, own, view],
  );
  const { instance: named, time, criteria } = view;
  const [loadedAt] = useState(() => firstPin(session));
  const asOf = useSyncExternalStore(subscribeToLocation, () => pinnedAsOf() ?? loadedAt);

  const say = useSay();
  const t = useTranslations("errors");
  const addressed = useCallback(() => addressedView(session, client), [session, client]);
  const change = useCallback<ViewInHand["change"]>(
    (changes, step = "push") => {
      const go = (isSealed: boolean): void => {
        // From the address and not from the render: two changes in one event must both survive.
        const current = addressed();
        const wanted = typeof changes === "function" ? changes(current) : changes;
        // Another range or instance is looked at as of now: never as of before what
        // is on screen, as the latest step would be right after a refresh.
        const isNew = "time" in wanted || "instance" in wanted;
        const pinned = pinnedAsOf() ?? loadedAt;
        const pin = isNew ? Math.max(pinInstant(now()), pinned) : pinned;
        const numbers = knownNumbers(client);
        const changed = changeView(current, wanted);
        const next = inItsInstance(changed, current, session, numbers);
        if (sealedNumbers(changed.criteria).some((key) => next.criteria[key] === undefined))
          say("info", t("numberLeftBehind"), "seal");
        const sealed = inItsInstance(withTokens(next, session, numbers), next, session, numbers);
        if (clearNumbers(sealed.criteria).length === 0)
          return navigate(viewSearch(sealed), pin, step);
        const fail = () => say("error", t("numberNotSealed"), "seal");
        if (isSealed) return fail();
        sealNumbers(client, instanceOf(next, session), next.criteria).then(() => go(true), fail);
      };
      go(false);
    },
    [session, client, addressed, now, loadedAt, say, t],
  );
  const refresh = useCallback(() => navigate(locationSearch(), now(), "replace"), [now]);
  const refreshToTop = useCallback(() => {
    const current = readView(new URLSearchParams(locationSearch())).view;
    const asked = now();
    // Within the step that is on screen already only the very moment shows anything new.
    const pin = pinInstant(asked) > (pinnedAsOf() ?? loadedAt) ? pinInstant(asked) : asked;
    navigate(viewSearch(changeView(current, { page: 1 })), pin, "replace");
  }, [now, loadedAt]);
  const tidy = useCallback(() => change({}, "replace"), [change]);

  const { instance, range: resolved } = useMemo(
    () => resolveView({ instance: named, time }, asOf, session),
    [named, time, asOf, session],
  );
  useQuery({
    ...openNumbersQuery(instance, criteria),
    enabled: sealedNumbers(criteria).some(
      (key) => numberOf(known, instance, key, criteria[key] ?? "") === undefined,
    ),
  });
  // Keeps its identity while its instants are the same, since queries and memos hang on it.
  const { from, to } = resolved;
  const range = useMemo(() => ({ from, to }), [from, to]);

  const calls = useMemo(
    () => (instance === undefined ? undefined : { instance, range, criteria, asOf }),
    [instance, range, criteria, asOf],
  );

  const value = useMemo(
    () => ({
      view,
      problems,
      note,
      instance,
      asOf,
      range,
      calls,
      change,
      addressed,
      refresh,
      refreshToTop,
      tidy,
    }),
    [
      view,
      problems,
      note,
      instance,
      asOf,
      range,
      calls,
      change,
      addressed,
      refresh,
      refreshToTop,
      tidy,
    ],
  );
  const criteriaInHand = useMemo(() => ({ criteria, change }), [criteria, change]);
  // A tick is answered by its own control first; what shows other calls, which is most of the
  // screen, follows. Within a list all is drawn at once: a row lights up as it is clicked.
  const deferred = useDeferredValue(value);
  const shown = isSameList(value, deferred) ? value : deferred;
  return (
    <ViewContext value={shown}>
      <CriteriaContext value={criteriaInHand}>
        <ChangeContext value={change}>
          <SortContext value={view.sort}>
            <CompareContext value={view.compare === "week"}>
              <LevelContext value={view.level}>
                <ChartContext value={view.chart}>
                  <PendingContext value={shown !== value}>{children}</PendingContext>
                </ChartContext>
              </LevelContext>
            </CompareContext>
          </SortContext>
        </ChangeContext>
      </CriteriaContext>
    </ViewContext>
  );
}

/** Whether the view in hand is about to be another one. Must be below a {@link ViewProvider}. */
export function useViewPending(): boolean {
  return use(PendingContext);
}

/** The criteria of the view in hand. Must be below a {@link ViewProvider}. */
export function useCriteria(): CriteriaInHand {
  const value = use(CriteriaContext);
  if (value === undefined) throw new Error("useCriteria needs a ViewProvider above it");
  return value;
}

/** The order that was chosen last, at once. Must be below a {@link ViewProvider}. */
export function useChosenSort(): Sort {
  const value = use(SortContext);
  if (value === undefined) throw new Error("useChosenSort needs a ViewProvider above it");
  return value;
}

/** Whether counts stand beside those of a week earlier. Must be below a {@link ViewProvider}. */
export function useIsCompared(): boolean {
  return use(CompareContext);
}

/** How the address has the service level taken, if it says. Must be below a {@link ViewProvider}. */
export function useLinkedLevel(): ServiceLevel | undefined {
  return use(LevelContext);
}

/** What the address has shown of the hours of the week, if anything. Must be below a {@link ViewProvider}. */
export function useLinkedChart(): WeekChart | undefined {
  return use(ChartContext);
}

/** The view in hand; other calls come a moment after their criteria. Must be below a {@link ViewProvider}. */
export function useView(): ViewInHand {
  const value = use(ViewContext);
  if (value === undefined) throw new Error("useView needs a ViewProvider above it");
  return value;
}

/** How to change the view, for what need not follow it. Must be below a {@link ViewProvider}. */
export function useChange(): ViewInHand["change"] {
  const value = use(ChangeContext);
  if (value === undefined) throw new Error("useChange needs a ViewProvider above it");
  return value;
}
