import { useTranslations } from "use-intl";
import { PHASE_COLOURS, WITH_PHASE_COLOURS } from "#app/ui/phase-colours.ts";
import { PHASES } from "#contract/record/call-phases.ts";
import classes from "./cell.module.css";

/** What the colours and the length of the strips say. */
export function PhaseLegend() {
  const t = useTranslations("cells");
  return (
    <span className={`${WITH_PHASE_COLOURS} ${classes["legend"]}`} title={t("scaleHint")}>
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
