import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { ExportItem } from "./export-item.tsx";
import { isUnfinished, type WholeExport } from "./export-list.ts";
import classes from "./exports-panel.module.css";

/** What is exported at the lower edge, while one goes on working. */
export function ExportsPanel({ exports }: { exports: readonly WholeExport[] }) {
  const t = useTranslations("export.whole");
  const isLosing = exports.some(isUnfinished);
  useEffect(() => {
    if (!isLosing) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isLosing]);
  return (
    <section aria-label={t("panel")} className={classes["panel"]}>
      <ul className={classes["list"]}>
        {exports.map((one) => (
          <ExportItem key={one.id} {...one} />
        ))}
      </ul>
      {isLosing && <p className={classes["stay"]}>{t("stay")}</p>}
    </section>
  );
}
