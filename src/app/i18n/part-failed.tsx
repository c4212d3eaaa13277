import Button from "antd/es/button";
import { use } from "react";
import type { FallbackProps } from "react-error-boundary";
import { useTranslations } from "use-intl";
import { WayBroken } from "#app/ui/way-broken.ts";
import classes from "./part-failed.module.css";

/** In place of a part whose code could not be fetched: the network, or a newer edition since. */
export function PartFailed({ resetErrorBoundary }: FallbackProps) {
  const t = useTranslations();
  // The notice of the outage has the one retry, and this part comes with all the others.
  if (use(WayBroken))
    return (
      <span role="status" className={classes["failed"]}>
        {t("app.partFailed")}
      </span>
    );
  return (
    <span role="alert" className={classes["failed"]}>
      {t("app.partFailed")}
      <Button size="small" onClick={resetErrorBoundary}>
        {t("errors.retry")}
      </Button>
      <Button size="small" onClick={() => location.reload()}>
        {t("app.reloadPage")}
      </Button>
    </span>
  );
}
