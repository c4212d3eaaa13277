import { OverviewToCome } from "#app/overview/overview-to-come.tsx";
import { useFiltersApart } from "#app/ui/use-narrow.ts";
import { useSideWidth } from "./side-width.ts";
import classes from "./dashboard.module.css";
import side from "./side-panel.module.css";

/** The frame of the dashboard while the session is read: no words, since no language is known. */
export function Opening() {
  const narrow = useFiltersApart();
  const [inlineSize] = useSideWidth();
  return (
    <div className={classes["dashboard"]} aria-busy>
      <header className={classes["header"]} />
      <div className={classes["body"]}>
        {!narrow && <aside className={side["side"]} style={{ inlineSize }} />}
        <main className={classes["main"]}>
          <div className={classes["toolbarToCome"]} />
          <OverviewToCome />
        </main>
      </div>
    </div>
  );
}
