import { useSuspenseQuery } from "@tanstack/react-query";
import { useDeferredValue, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { sessionQuery, type OpenSession } from "#app/api/session-query.ts";
import { FilterPanel } from "#app/filters/filter-panel.tsx";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { useSessionWatch } from "#app/session/use-session-watch.ts";
import { usePainted } from "#app/ui/after-paint.ts";
import { Blank } from "#app/ui/blank.tsx";
import { DraftScope } from "#app/ui/draft-scope.tsx";
import { gridTabStop } from "#app/ui/grid-dom.ts";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { useFiltersApart } from "#app/ui/use-narrow.ts";
import { useView } from "#app/view/use-view.tsx";
import { comparedCalls } from "#contract/view/view.ts";
import { CallRecords } from "./call-records.tsx";
import { Header, type HeaderProps } from "./header.tsx";
import { LateWatchPlace } from "./late-watch.tsx";
import { SidePanel } from "./side-panel.tsx";
import classes from "./dashboard.module.css";

// It needs antd's Drawer, which nobody needs before something is opened.
const FilterDrawer = createLazyPart(
  () => import("./filter-drawer.tsx"),
  (module) => module.FilterDrawer,
);

// Where somebody is signed in: it draws nothing until that ends, which is heard before (useSessionWatch).
const SessionGuard = createLazyPart(
  () => import("#app/session/session-guard.tsx"),
  (module) => module.SessionGuard,
);

/** The rows say by themselves that nobody is signed in. */
const Nothing = () => null;

export interface DashboardProps extends HeaderProps {
  /** Who has signed in since the page was opened, until they have seen that it says so. */
  newReader: string | undefined;
  onAnother: (session: OpenSession) => void;
  onReaderSeen: () => void;
}

/** The screen: header, filters at the side (in a drawer where it is narrow), call records. */
export function Dashboard(props: DashboardProps) {
  const t = useTranslations();
  const { view, calls } = useView();
  const isSignedIn = useSuspenseQuery(sessionQuery()).data.user !== null;
  useSessionWatch(isSignedIn, props.onAnother);
  const narrow = useFiltersApart();
  const main = useRef<HTMLElement>(null);
  // A drawer is mounted at its first use and stays, so that it can slide out again.
  const [filters, setFilters] = useState<"unused" | "open" | "closed">("unused");
  // Room is made as the drawer comes, which is after the row has lit up.
  const beside = useDeferredValue(
    comparedCalls(view) === undefined ? (view.record === undefined ? undefined : "one") : "two",
  );
  // Rows come first, and then what stands beside them and above them: its room is kept.
  const isPainted = usePainted();
  return (
    <div className={classes["dashboard"]} data-beside={beside}>
      <a
        href="#main"
        className={classes["skip"]}
        onClick={(event) => {
          // Not by the address, which is the view's: it would add a step that changes nothing.
          event.preventDefault();
          (gridTabStop() ?? main.current)?.focus();
        }}
      >
        {t("app.skipToTable")}
      </a>
      <Header {...props} />
      {isPainted && isSignedIn && (
        <SessionGuard
          whenFailed={Nothing}
          newReader={props.newReader}
          onSeen={props.onReaderSeen}
        />
      )}
      {isPainted && <LateWatchPlace whenFailed={Nothing} />}
      {/* Where the window becomes narrow the panel moves, and what is half typed in it comes along. */}
      <DraftScope name="filters">
        <div className={classes["body"]}>
          {!narrow && <SidePanel>{isPainted && <FilterPanel />}</SidePanel>}
          <main ref={main} id="main" tabIndex={-1} className={classes["main"]}>
            {calls === undefined ? (
              <Blank urgent title={t("errors.noInstanceTitle")}>
                {t("errors.noInstance")}
              </Blank>
            ) : (
              <CallRecords
                calls={calls}
                isPainted={isPainted}
                onOpenFilters={narrow ? () => setFilters("open") : undefined}
              />
            )}
          </main>
        </div>
        {narrow && filters !== "unused" && (
          <FilterDrawer
            whenFailed={PartFailed}
            open={filters === "open"}
            onClose={() => setFilters("closed")}
          />
        )}
      </DraftScope>
    </div>
  );
}
