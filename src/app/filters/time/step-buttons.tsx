import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useScreenKeys } from "#app/ui/use-screen-keys.ts";
import type { TimeSteps } from "#app/view/use-time-steps.ts";
import { STEP_KEYS } from "./time-keys.ts";
import classes from "./time-range-control.module.css";

interface StepButtonsProps {
  readonly steps: TimeSteps;
  readonly children: ReactNode;
}

/** The range before and the one after at its sides, the one around it behind; also by keys. */
export function StepButtons({ steps, children }: StepButtonsProps) {
  const t = useTranslations("time");
  useScreenKeys([
    [STEP_KEYS.earlier, steps.earlier],
    [STEP_KEYS.later, steps.later],
    [STEP_KEYS.out, steps.out],
  ]);
  const button = (step: keyof typeof STEP_KEYS, sign: string) => (
    <button
      type="button"
      className={classes["step"]}
      aria-label={t(`steps.${step}`)}
      aria-keyshortcuts={STEP_KEYS[step][0]}
      title={`${t(`steps.${step}`)} (${STEP_KEYS[step][0]})`}
      // It keeps the focus, so that the last step back does not throw it away.
      aria-disabled={steps[step] === undefined}
      onClick={steps[step]}
    >
      <span aria-hidden>{sign}</span>
    </button>
  );
  return (
    <span role="group" aria-label={t("label")} className={classes["steps"]}>
      {button("earlier", "‹")}
      {children}
      {button("later", "›")}
      {button("out", "−")}
    </span>
  );
}
