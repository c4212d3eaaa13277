import { useTranslations } from "use-intl";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import type { RowsInHand } from "#app/records/list/use-rows.ts";
import type { Viewport } from "#app/records/list/viewport.ts";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import select from "#app/ui/select.module.css";
import classes from "./live-refresh-control.module.css";

const LiveRefreshControl = createLazyPart(
  () => import("./live-refresh-control.tsx"),
  (module) => module.LiveRefreshControl,
);

interface LiveRefreshPlaceProps extends Pick<RowsInHand, "loading" | "error"> {
  readonly viewport: Viewport;
  /** Whether the first rows are there, or failed. */
  readonly isReady: boolean;
}

/** Live refresh, and before the first rows are there what takes its room. */
export function LiveRefreshPlace({ isReady, ...watched }: LiveRefreshPlaceProps) {
  const t = useTranslations("status.live");
  const waiting = (
    <span className={classes["control"]}>
      <select
        disabled
        aria-label={t("label")}
        className={`${select["select"]} ${classes["interval"]}`}
      >
        <option>{t("off")}</option>
      </select>
    </span>
  );
  if (!isReady) return waiting;
  return <LiveRefreshControl whenFailed={PartFailed} whileLoading={waiting} {...watched} />;
}
