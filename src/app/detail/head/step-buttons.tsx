import DownOutlined from "@ant-design/icons/es/icons/DownOutlined";
import UpOutlined from "@ant-design/icons/es/icons/UpOutlined";
import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import classes from "./step-buttons.module.css";

/** The open call's place in the list, and the way to its neighbours. */
export interface StepsInList {
  /** From 0; absent while nobody knows. */
  readonly at: number | undefined;
  readonly total: number | undefined;
  /** Whether the neighbour that was asked for is still being read, or could not be. */
  readonly state: "here" | "coming" | "failed";
  /** Why it has no place, where that is known: see `place-in-list.ts` of the list. */
  readonly placeless: "otherTime" | "leftOut" | "otherOrder" | undefined;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onStep: (step: -1 | 1) => void;
}

/** To the call before and after this one, and which of how many it is. */
export function StepButtons(props: StepsInList) {
  const { at, total, state, placeless, isFirst, isLast, onStep } = props;
  const t = useTranslations("detail.steps");
  const { count } = useFormats();
  const isCounted = total !== undefined && at !== undefined && at < total;
  const place =
    at === undefined
      ? t(placeless ?? "unknown")
      : isCounted
        ? t("of", { place: count(at + 1), total: count(total) })
        : t("at", { place: count(at + 1) });
  return (
    <span className={classes["steps"]}>
      <span
        role="status"
        className={classes["place"]}
        data-failed={state === "failed" || undefined}
      >
        {state === "here" ? place : t(state)}
      </span>
      {/* They stay where they are when they lead nowhere, and keep the focus. */}
      {([-1, 1] as const).map((step) => {
        const leadsNowhere = step === -1 ? isFirst : isLast;
        return (
          <Button
            key={step}
            type="text"
            size="small"
            icon={step === -1 ? <UpOutlined aria-hidden /> : <DownOutlined aria-hidden />}
            aria-label={t(step === -1 ? "previous" : "next")}
            aria-keyshortcuts={step === -1 ? "K" : "J"}
            aria-disabled={leadsNowhere}
            className={classes[leadsNowhere ? "nowhere" : "step"] ?? ""}
            title={t(step === -1 ? "previous" : "next")}
            onClick={() => onStep(step)}
          />
        );
      })}
    </span>
  );
}
