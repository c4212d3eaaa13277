import { useTranslations } from "use-intl";
import { changeView } from "#app/view/change-view.ts";
import { useView } from "#app/view/use-view.tsx";
import { SHOWN, type Shown } from "#contract/view/shown.ts";
import { viewSearch } from "#contract/view/view-codec.ts";
import select from "#app/ui/select.module.css";
import classes from "./shown-choice.module.css";

const CHOICES = [undefined, ...SHOWN] as const;
const LIST = "calls";

/** On a phone the links go on beyond the edge. */
const seeIt = (chosen: HTMLElement | null) =>
  chosen?.scrollIntoView({ block: "nearest", inline: "nearest" });

/**
 * What is shown of the calls in view: their list, or an answer in its place. Links side by side, which can be
 * opened in a tab of their own; where there is no room the system's own list.
 */
export function ShownChoice() {
  const t = useTranslations("shown");
  const { view, change } = useView();
  const show = (next: Shown | undefined) => change({ show: next, record: undefined });
  return (
    <>
      <nav aria-label={t("label")} className={classes["links"]}>
        {CHOICES.map((choice) => (
          <a
            key={choice ?? LIST}
            ref={choice === view.show ? seeIt : undefined}
            href={viewSearch(changeView(view, { show: choice, record: undefined })) || "?"}
            aria-current={choice === view.show ? "page" : undefined}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
              event.preventDefault();
              show(choice);
            }}
          >
            {t(choice ?? LIST)}
          </a>
        ))}
      </nav>
      <select
        className={`${select["select"]} ${classes["list"]}`}
        aria-label={t("label")}
        value={view.show ?? LIST}
        onChange={(event) => show(SHOWN.find((choice) => choice === event.target.value))}
      >
        {CHOICES.map((choice) => (
          <option key={choice ?? LIST} value={choice ?? LIST}>
            {t(choice ?? LIST)}
          </option>
        ))}
      </select>
    </>
  );
}
