import CloseOutlined from "@ant-design/icons/es/icons/CloseOutlined";
import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import type { Viewport } from "#app/records/list/viewport.ts";
import { LIVE_SECONDS } from "./live-refresh.ts";
import { useLiveRefresh } from "./use-live-refresh.ts";
import select from "#app/ui/select.module.css";
import classes from "./live-refresh-control.module.css";

interface LiveRefreshControlProps {
  viewport: Viewport;
  /** Whether rows of the list are on their way, and what went wrong with them. */
  loading: boolean;
  error: Error | null;
}

/** How often the list is refreshed by itself, and why it is not, where it is not. */
export function LiveRefreshControl(props: LiveRefreshControlProps) {
  const t = useTranslations("status.live");
  const { state, hold, isPossible, choose } = useLiveRefresh(props);
  const stopped = state.on ? undefined : state.stopped;
  // A refresh on its way is over in a moment.
  const held = state.on && hold !== undefined && hold !== "loading" ? t(`holds.${hold}`) : "";
  return (
    <span className={classes["control"]}>
      <select
        aria-label={t("label")}
        title={t(isPossible ? "hint" : "impossible")}
        disabled={!isPossible}
        className={`${select["select"]} ${classes["interval"]}`}
        data-on={state.on}
        value={state.on ? state.seconds : ""}
        onChange={({ target }) =>
          choose(LIVE_SECONDS.find((seconds) => String(seconds) === target.value))
        }
      >
        <option value="">{t("off")}</option>
        {LIVE_SECONDS.map((seconds) => (
          <option key={seconds} value={seconds}>
            {t("every", { seconds })}
          </option>
        ))}
      </select>
      <span role="status" className={classes["hold"]} title={held}>
        {held}
      </span>
      <span role="status" className={classes["place"]}>
        {stopped !== undefined && (
          <span className={classes["stopped"]}>
            <span>{t(`stopped.${stopped}`)}</span>
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden />}
              aria-label={t("dismiss")}
              title={t("dismiss")}
              onClick={() => choose(undefined)}
            />
          </span>
        )}
      </span>
    </span>
  );
}
