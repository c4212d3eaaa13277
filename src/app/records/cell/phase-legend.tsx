import { useTranslations } from "use-intl";
import { PHASES } from "#contract/record/call-phases.ts";
import { PHASE_COLOURS } from "./phase-gradient.ts";
import classes from "./cell.module.css";

/** What the colours and the length of the strips say. */
export function PhaseLegend() {
  const t = useTranslations("cells");
  return (
    <span className={classes["legend"]} title={t("scaleHint")}>
      {PHASES.map((phase) => (
        <span key={phase} className={classes["legendPart"]}>
          <span
            aria-hidden
            className={classes["swatch"]}
            style={{ background: PHASE_COLOURS[phase] }}
          />
          <span>{t(`phases.${phase}`)}</span>
        </span>
      ))}
      <span>{t("scale")}</span>
    </span>
  );
}
