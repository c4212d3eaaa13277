import CheckCircleFilled from "@ant-design/icons/es/icons/CheckCircleFilled";
import { useQueryClient } from "@tanstack/react-query";
import Button from "antd/es/button";
import { useRef, type ReactNode, type RefObject } from "react";
import { ApiError } from "#app/api/api-error.ts";
import { useExportWords } from "#app/i18n/use-export-words.ts";
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
  const leave = useRef<HTMLButtonElement>(null);
  const format = request.format.toUpperCase();
  return (
    <li className={classes["item"]}>
      <span className={classes["title"]} title={request.title}>
        <span className={classes["format"]}>{format}</span>
        {request.title}
      </span>
      <span className={classes["actions"]}>
        <Actions {...props} leave={leave} />
      </span>
      {stage.is === "reason" ? (
        <ReasonForm
          onReason={(reason) => {
            leave.current?.focus();
            props.goOn(reason);
          }}
        />
      ) : (
        <State {...props} />
      )}
    </li>
  );
}

function State({ stage, start, written, rate }: WholeExport) {
  const t = useExportWords();
  const { count } = useFormats();
  const stopWords = useStopWords();
  switch (stage.is) {
    case "asking":
    case "reading":
      return <ExportProgress start={start} written={written} rate={rate} />;
    case "queued":
      return <Line tone="warning">{t("whole.queued")}</Line>;
    case "waiting":
      return (
        <Line tone="warning">
          {written === 0
            ? t("whole.waitingAtFirst")
            : t("whole.waiting", { next: count(written + 1) })}
        </Line>
      );
    case "signed-out":
      return <Line tone="warning">{t("whole.signedOut")}</Line>;
    case "stopped": {
      const why = stopWords(stage.error);
      return (
        <Line tone="bad">
          {written > 0
            ? t("whole.stopped", { written: count(written), why })
            : t("whole.notBegun", { why })}
        </Line>
      );
    }
    case "done": {
      const { incomplete, total, arrived } = stage.end;
      if (incomplete !== null)
        return (
          <Line tone="bad">
            {t("whole.incomplete", {
              why: t(`whole.incompleteWhy.${incomplete}`),
              total: count(total),
              written: count(stage.end.written),
            })}
          </Line>
        );
      return (
        <Line tone="good">
          <span>
            <CheckCircleFilled aria-hidden className={classes["check"]} />
            {t("whole.saved", { count: stage.end.written, name: start?.name ?? "" })}
          </span>
          {arrived > 0 && <span>{t("whole.arrived", { count: arrived })}</span>}
        </Line>
      );
    }
    default:
      return null;
  }
}

function Line(props: { tone: "good" | "warning" | "bad"; children: ReactNode }) {
  return (
    <span className={classes["state"]} data-tone={props.tone}>
      {props.children}
    </span>
  );
}

interface ActionsProps extends WholeExport {
  /** It stays, whatever an export comes to: who has pressed another button goes on from there. */
  readonly leave: RefObject<HTMLButtonElement | null>;
}

function Actions({ request, stage, written, goOn, save, remove, leave }: ActionsProps) {
  const t = useExportWords();
  const client = useQueryClient();
  const { byStart } = request;
  // Several exports have the same buttons.
  const named = (action: ActionName) => ({
    size: "small" as const,
    "aria-label": t("whole.of", {
      action: t(`whole.${action}`),
      title: request.title,
      format: request.format.toUpperCase(),
    }),
    children: t(`whole.${action}`),
  });
  const isShort = stage.is === "done" && stage.end.incomplete !== null;
  const isStopped = stage.is === "stopped";
  const isOutOfReach =
    isStopped &&
    stage.error instanceof ApiError &&
    stage.error.code === "export_order_out_of_reach";
  return (
    <>
      {byStart !== undefined && isOutOfReach && (
        <Button
          {...named("byStartInstead")}
          onClick={() => {
            giveFocusOn(leave.current);
            remove();
            beginWholeExport(client, byStart);
          }}
        />
      )}
      {stage.is === "done" && (
        <Button {...named(isShort ? "saveAnyway" : "saveAgain")} onClick={save} />
      )}
      {isStopped && !isHopeless(stage.error) && (
        <Button
          {...named(written > 0 ? "goOn" : "again")}
          onClick={() => {
            leave.current?.focus();
            goOn();
          }}
        />
      )}
      <Button
        {...named(stage.is === "done" || isStopped ? "close" : "cancel")}
        ref={leave}
        onClick={() => {
          giveFocusOn(leave.current);
          remove();
        }}
      />
    </>
  );
}

type ActionName =
  | "saveAgain"
  | "saveAnyway"
  | "goOn"
  | "again"
  | "byStartInstead"
  | "cancel"
  | "close";
