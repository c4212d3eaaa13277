import ExpandOutlined from "@ant-design/icons/es/icons/ExpandOutlined";
import MinusOutlined from "@ant-design/icons/es/icons/MinusOutlined";
import PlusOutlined from "@ant-design/icons/es/icons/PlusOutlined";
import type { ReactNode } from "react";
import { useTimelineText } from "#app/i18n/use-call-words.ts";
import { isNearest, isWhole } from "./axis.ts";
import type { Axis } from "./use-axis.ts";
import classes from "./timeline.module.css";

/** Plain ones: antd's take as long as all lanes together. Not disabled at their ends: a button that takes one there would lose the focus. */
export function ZoomButtons({ axis: { whole, seen, zoom, showWhole } }: { readonly axis: Axis }) {
  const t = useTimelineText();
  const button = (label: string, icon: ReactNode, isOff: boolean, go: () => void) => (
    <button
      type="button"
      aria-disabled={isOff}
      aria-label={label}
      title={label}
      className={classes["button"]}
      onClick={() => !isOff && go()}
    >
      {icon}
    </button>
  );
  return (
    <span className={classes["zoom"]}>
      {button(t("zoomOut"), <MinusOutlined aria-hidden />, isWhole(whole, seen), () => zoom(1 / 2))}
      {button(t("zoomIn"), <PlusOutlined aria-hidden />, isNearest(whole, seen), () => zoom(2))}
      {button(t("showWhole"), <ExpandOutlined aria-hidden />, isWhole(whole, seen), showWhole)}
    </span>
  );
}
