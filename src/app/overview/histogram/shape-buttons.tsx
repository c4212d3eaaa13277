import CaretDownOutlined from "@ant-design/icons/es/icons/CaretDownOutlined";
import CaretRightOutlined from "@ant-design/icons/es/icons/CaretRightOutlined";
import { useTranslations } from "use-intl";
import type { HistogramShape } from "./histogram-shape.ts";
import classes from "./histogram.module.css";

export interface ShapeProps {
  readonly shape: HistogramShape;
  readonly onShape: (shape: HistogramShape) => void;
}

/** Names what is drawn, and folds it away. */
export function FoldButton({ shape, onShape }: ShapeProps) {
  const t = useTranslations("histogram");
  const isOpen = shape !== "collapsed";
  return (
    <button
      type="button"
      className={classes["fold"]}
      aria-expanded={isOpen}
      title={t(isOpen ? "collapse" : "expand")}
      onClick={() => onShape(isOpen ? "collapsed" : "chart")}
    >
      {isOpen ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
      <span>{t("label")}</span>
    </button>
  );
}

/** The same in figures. */
export function TableButton({ shape, onShape }: ShapeProps) {
  const t = useTranslations("histogram");
  return (
    <button
      type="button"
      className={classes["choice"]}
      aria-pressed={shape === "table"}
      title={t("tableHint")}
      onClick={() => onShape(shape === "table" ? "chart" : "table")}
    >
      {t("table")}
    </button>
  );
}
