import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import type { Locale } from "#app/i18n/locales.ts";
import { FilterPanel } from "#app/facets/filter-panel.tsx";
import { Blank } from "#app/ui/blank.tsx";
import { useMediaQuery } from "#app/ui/use-media-query.ts";
import { useView } from "#app/view/use-view.tsx";
import { CallRecords } from "./call-records.tsx";
import { Header } from "./header.tsx";
import type { ThemeChoice } from "./theme.ts";
import classes from "./dashboard.module.css";

// Both need antd's Drawer, which nobody needs before something is opened.
const RecordDrawer = lazy(() =>
  import("#app/detail/record-drawer.tsx").then((module) => ({ default: module.RecordDrawer })),
);
const FilterDrawer = lazy(() =>
  import("./filter-drawer.tsx").then((module) => ({ default: module.FilterDrawer })),
);

interface DashboardProps {
  theme: ThemeChoice;
  onTheme: (theme: ThemeChoice) => void;
  locale: Locale;
  onLocale: (locale: Locale) => void;
}

/** The screen: header, filters at the side (in a drawer where it is narrow), call records. */
export function Dashboard(props: DashboardProps) {
  const t = useTranslations();
  const { view, instance } = useView();
  const narrow = useMediaQuery("(max-width: 767px)");
  const [filtersOpen, setFiltersOpen] = useState(false);
  // The drawers are mounted at their first use and stay, so that they can slide out again.
  const [drawerUsed, setDrawerUsed] = useState(false);
  if (view.record !== undefined && !drawerUsed) setDrawerUsed(true);
  return (
    <div className={classes["dashboard"]}>
      <a href="#records" className={classes["skip"]}>
        {t("app.skipToTable")}
      </a>
      <Header {...props} />
      <div className={classes["body"]}>
        {!narrow && (
          <aside className={classes["side"]}>
            <FilterPanel />
          </aside>
        )}
        <main className={classes["main"]}>
          {instance === undefined ? (
            <Blank urgent title={t("errors.noInstanceTitle")}>
              {t("errors.noInstance")}
            </Blank>
          ) : (
            <CallRecords
              instance={instance}
              onOpenFilters={narrow ? () => setFiltersOpen(true) : undefined}
            />
          )}
        </main>
      </div>
      <Suspense>
        {drawerUsed && instance !== undefined && (
          <RecordDrawer instance={instance} contactId={view.record} />
        )}
        {narrow && filtersOpen && <FilterDrawer onClose={() => setFiltersOpen(false)} />}
      </Suspense>
    </div>
  );
}
