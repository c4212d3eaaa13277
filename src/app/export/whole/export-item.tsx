import CheckCircleFilled from "@ant-design/icons/es/icons/CheckCircleFilled";
import { useQueryClient } from "@tanstack/react-query";
import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import { beginWholeExport } from "./begin-whole-export.ts";
import { isHopeless, type WholeExport } from "./export-list.ts";
import { ExportProgress } from "./export-progress.tsx";
import { giveFocusOn } from "./give-focus-on.ts";
import { ReasonForm } from "./reason-form.tsx";
import { useStopWords } from "./use-stop-words.ts";
import classes from "./export-item.module.css";

/** One export: what it is of, how far it is or how it ended, and what can be done about it. */
export function ExportItem(props: WholeExport) {
  const { request, stage } = props;
  const format = request.format.toUpperCase();
  return (
    <li className={classes["item"]}>
      <span className={classes["title"]} title={request.title}>
        <span className={classes["format"]}>{format}</span>
        {request.title}
      </span>
      <span className={classes["actions"]}>
        <Actions {...props} />
      </span>
      {stage.is === "reason" ? <ReasonForm onReason={props.goOn} /> : <State {...props} />}
    </li>
  );
}

function State({ stage, start, written, rate }: WholeExport) {
  const t = useTranslations("export.whole");
  const { count } = useFormats();
  const stopWords = useStopWords();
  switch (stage.is) {
    case "asking":
    case "reading":
      return <ExportProgress start={start} written={written} rate={rate} />;
    case "waiting":
      return (
        <Line tone="warning">
          {start === undefined ? t("waitingAtFirst") : t("waiting", { next: count(written + 1) })}
        </Line>
      );
    case "signed-out":
      return <Line tone="warning">{t("signedOut")}</Line>;
    case "stopped": {
      const why = stopWords(stage.error);
      return (
        <Line tone="bad">
          {written > 0 ? t("stopped", { written: count(written), why }) : t("notBegun", { why })}
        </Line>
      );
    }
    case "done": {
      const { incomplete, total, arrived } = stage.end;
      if (incomplete !== null)
        return (
          <Line tone="bad">
            {t("incomplete", {
              why: t(`incompleteWhy.${incomplete}`),
              total: count(total),
              written: count(stage.end.written),
            })}
          </Line>
        );
      return (
        <Line tone="good">
          <CheckCircleFilled aria-hidden style={{ color: "var(--ant-color-success)" }} />
          <span>{t("saved", { count: stage.end.written, name: start?.name ?? "" })}</span>
          {arrived > 0 && <span>{t("arrived", { count: arrived })}</span>}
        </Line>
      );
    }
    default:
      return null;
  }
}

function Line(props: { tone: "good" | "warning" | "bad"; children: React.ReactNode }) {
  return (
    <span className={classes["state"]} data-tone={props.tone}>
      {props.children}
    </span>
  );
}

function Actions({ request, stage, written, goOn, save, remove }: WholeExport) {
  const t = useTranslations("export.whole");
  const client = useQueryClient();
  const { byStart } = request;
  const format = request.format.toUpperCase();
  const button = (action: ActionName, onClick: () => void) => (
    <Button
      size="small"
      // Several exports have the same buttons.
      aria-label={t("of", { action: t(action), title: request.title, format })}
      onClick={onClick}
    >
      {t(action)}
    </Button>
  );
  const leave = (action: "cancel" | "close") =>
    button(action, () => {
      giveFocusOn();
      remove();
    });
  const byStartInstead =
    byStart !== undefined &&
    button("byStartInstead", () => {
      giveFocusOn();
      remove();
      beginWholeExport(client, byStart);
    });
  if (stage.is === "done")
    return stage.end.incomplete === null ? (
      <>
        {button("saveAgain", save)}
        {leave("close")}
      </>
    ) : (
      <>
        {stage.end.incomplete === "order_out_of_reach" && byStartInstead}
        {button("saveAnyway", save)}
        {leave("close")}
      </>
    );
  if (stage.is === "stopped")
    return (
      <>
        {isHopeless(stage.error)
          ? byStartInstead
          : button(written > 0 ? "goOn" : "again", () => goOn())}
        {leave("close")}
      </>
    );
  return leave("cancel");
}

type ActionName =
  | "saveAgain"
  | "saveAnyway"
  | "goOn"
  | "again"
  | "byStartInstead"
  | "cancel"
  | "close";
