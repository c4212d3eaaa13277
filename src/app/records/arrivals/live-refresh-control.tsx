import CloseOutlined from "@ant-design/icons/es/icons/CloseOutlined";
import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import { LIVE_SECONDS } from "./live-refresh.ts";
import { useLiveRefresh, type Watched } from "./use-live-refresh.ts";
import beside from "#app/ui/beside.module.css";
import select from "#app/ui/select.module.css";
import classes from "./live-refresh-control.module.css";

/** How often the list is refreshed by itself, and why it is not, where it is not. */
export function LiveRefreshControl(watched: Watched) {
  const t = useTranslations("status.live");
  const { state, hold, isPossible, choose } = useLiveRefresh(watched);
  const stopped = state.on ? undefined : state.stopped;
  // A refresh on its way is over in a moment, and nobody reads what is hidden.
  const isSaid = state.on && hold !== undefined && hold !== "loading" && hold !== "hidden";
  const held = isSaid ? t(`holds.${hold}`) : "";
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
      <span role="status" className={`${beside["room"]} ${classes["place"]}`}>
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
