import { useTranslations } from "use-intl";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { useWholeExports, type WholeExport } from "./export-list.ts";
import { useLatest } from "./use-latest.ts";
import heard from "#app/ui/heard.module.css";

const ExportsPanel = createLazyPart(
  () => import("./exports-panel.tsx"),
  (module) => module.ExportsPanel,
);

/** Where exports of all that matches are shown; what is heard of them is their turns, and not each number. */
export function ExportsPlace() {
  const exports = useWholeExports();
  const t = useTranslations("export.whole.said");
  const said = useLatest(exports.map((one) => turnOf(one, t)));
  return (
    <>
      <p role="status" className={heard["heard"]}>
        {said}
      </p>
      {exports.length > 0 && <ExportsPanel whenFailed={PartFailed} exports={exports} />}
    </>
  );
}

type Words = ReturnType<typeof useTranslations<"export.whole.said">>;

function turnOf({ stage, start, written, request }: WholeExport, t: Words) {
  const title = `${request.format.toUpperCase()} ${request.title}`;
  switch (stage.is) {
    case "asking":
      return t("begun", { title });
    case "reading": {
      const quarters =
        start === undefined ? 0 : Math.floor((4 * written) / Math.max(1, start.total));
      const percent = String(25 * Math.min(3, quarters));
      return quarters === 0 ? t("begun", { title }) : t("quarter", { percent, title });
    }
    case "waiting":
    case "reason":
    case "stopped":
      return t(stage.is, { title });
    case "signed-out":
      return t("signedOut", { title });
    case "done":
      return t(stage.end.incomplete === null ? "saved" : "incomplete", { title });
    default:
      return stage satisfies never;
  }
}
