import CloseCircleFilled from "@ant-design/icons/es/icons/CloseCircleFilled";
import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { SegmentedChoice } from "#app/ui/segmented-choice.tsx";
import { DENSITIES, type Density } from "#app/view/columns-preference.ts";
import { useColumns } from "#app/view/use-columns.ts";
import { ColumnList } from "./column-list.tsx";
import heard from "#app/ui/heard.module.css";
import classes from "./column-panel.module.css";

interface ColumnPanelProps {
  readonly sought: string;
  readonly onSought: (sought: string) => void;
}

/** Which columns there are, in what order, which stay, and how close the rows stand. */
export function ColumnPanel({ sought, onSought }: ColumnPanelProps) {
  const t = useTranslations("columns");
  const clear = useTranslations("panel")("clear");
  const { columns, density, choose, setDensity, isBuiltIn, reset } = useColumns();
  const [said, setSaid] = useState("");
  return (
    <>
      <Input
        size="small"
        allowClear={{ clearIcon: <CloseCircleFilled aria-label={clear} /> }}
        className={classes["search"] ?? ""}
        // With a finger, the keyboard on the screen would cover what the panel is for.
        autoFocus={matchMedia("(pointer: fine)").matches}
        value={sought}
        placeholder={t("search")}
        aria-label={t("search")}
        autoComplete="off"
        spellCheck={false}
        // Typing on begins anew.
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => onSought(event.target.value)}
      />
      <ColumnList columns={columns} sought={sought} onChoose={choose} onSaid={setSaid} />
      <div className={classes["foot"]}>
        <p className={classes["keys"]}>{t("keys")}</p>
        <SegmentedChoice<Density>
          aria-label={t("density")}
          value={density}
          options={DENSITIES.map((value) => ({ value, label: t(`densities.${value}`) }))}
          onChange={setDensity}
        />
        <Button
          size="small"
          type="link"
          disabled={isBuiltIn}
          title={t("resetHint")}
          onClick={() => {
            reset();
            setSaid(t("said.reset"));
          }}
        >
          {t("reset")}
        </Button>
        <span role="status" className={heard["heard"]}>
          {said}
        </span>
      </div>
    </>
  );
}
