import Button from "antd/es/button";
import type { FallbackProps } from "react-error-boundary";
import { useTranslations } from "use-intl";
import classes from "./part-failed.module.css";

/** In place of a part whose code could not be fetched: the network, or a newer edition since. */
export function PartFailed({ resetErrorBoundary }: FallbackProps) {
  const t = useTranslations();
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
