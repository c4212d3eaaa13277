import { useTranslations } from "use-intl";
import { PHASE_COLOURS, WITH_PHASE_COLOURS } from "#app/ui/phase-colours.ts";
import { PHASES } from "#contract/record/call-phases.ts";
import classes from "./cell.module.css";

const SWATCH = `${WITH_PHASE_COLOURS} ${classes["swatch"]}`;

/** What the colours and the length of the strips say. */
export function PhaseLegend() {
  const t = useTranslations("cells");
  return (
    <span className={classes["legend"]} title={t("scaleHint")}>
      {PHASES.map((phase) => (
        <span key={phase} className={classes["legendPart"]}>
          <span aria-hidden className={SWATCH} style={{ background: PHASE_COLOURS[phase] }} />
          <span>{t(`phases.${phase}`)}</span>
        </span>
      ))}
      <span>{t("scale")}</span>
    </span>
  );
}
