import type { ReactNode } from "react";
import { useSavedWords } from "#app/i18n/use-saved-words.ts";
import { outsideText } from "#app/ui/outside-text.tsx";
import { useSavedViews } from "./use-saved-views.ts";
import { useTeamStart } from "./use-team-start.ts";
import heard from "#app/ui/heard.module.css";
import button from "./saved-button.module.css";
import classes from "./saved-panel.module.css";

/** The name of the view that is open, and whether it has been changed. */
export function OpenName({ otherwise }: { otherwise: ReactNode }) {
  const words = useSavedWords();
  const views = useSavedViews(false);
  useTeamStart(views);
  const { open } = views;
  if (open === undefined) return otherwise;
  return (
    <>
      <span className={button["name"]}>{outsideText(open.view.name)}</span>
      {open.isChanged && (
        <span className={classes["changedDot"]} title={words.changedMark}>
          <span className={heard["heard"]}>{words.changedMark}</span>
        </span>
      )}
    </>
  );
}
