import { useEffect } from "react";
import { useExportWords } from "#app/i18n/use-export-words.ts";
import { ExportItem } from "./export-item.tsx";
import { isUnfinished, type WholeExport } from "./export-list.ts";
import { turnOf } from "./turn-of.ts";
import { useLatest } from "./use-latest.ts";
import beside from "#app/ui/beside.module.css";
import heard from "#app/ui/heard.module.css";
import classes from "./exports-panel.module.css";

/** What is exported at the lower edge, while one goes on working. What is heard of it is its turns, and not each number. */
export function ExportsPanel({ exports }: { exports: readonly WholeExport[] }) {
  const t = useExportWords();
  const said = useLatest(exports.map((one) => turnOf(one, t)));
  const isLosing = exports.some(isUnfinished);
  useEffect(() => {
    if (!isLosing) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isLosing]);
  return (
    <>
      <p role="status" className={heard["heard"]}>
        {said}
      </p>
      {exports.length > 0 && (
        <section aria-label={t("whole.panel")} className={`${beside["room"]} ${classes["panel"]}`}>
          <ul className={classes["list"]}>
            {exports.map((one) => (
              <ExportItem key={one.id} {...one} />
            ))}
          </ul>
          {isLosing && <p className={classes["stay"]}>{t("whole.stay")}</p>}
        </section>
      )}
    </>
  );
}
