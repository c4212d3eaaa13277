import BellOutlined from "@ant-design/icons/es/icons/BellOutlined";
import { useSuspenseQuery } from "@tanstack/react-query";
import Button from "antd/es/button";
import { useMemo, useRef, useState } from "react";
import { sessionQuery } from "#app/api/session-query.ts";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useWatchWords } from "#app/i18n/use-watch-words.ts";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { WATCH_PANEL_ID } from "./watch-panel-id.ts";
import { useWatched, watchKeys } from "./watch-store.ts";
import classes from "./watch.module.css";

const WatchPopover = createLazyPart(
  () => import("./watch-popover.tsx"),
  (module) => module.WatchPopover,
);

/** Opens the rules by which figures are watched, and says how many there are. */
export function WatchButton() {
  const words = useWatchWords();
  const { count } = useFormats();
  const subject = useSuspenseQuery(sessionQuery()).data.user?.subject;
  const keys = useMemo(() => watchKeys(subject), [subject]);
  const { watched, states } = useWatched(keys);
  const button = useRef<HTMLButtonElement>(null);
  const [isUsed, setUsed] = useState(false);
  const { rules } = watched;
  const alarms = rules.filter(
    ({ id, isPaused }) => isPaused !== true && states[id]?.status === "alarm",
  ).length;
  const name = words.button(count(rules.length), count(alarms));
  return (
    <>
      <Button
        ref={button}
        type="text"
        size="small"
        className={classes["bell"] ?? ""}
        icon={<BellOutlined aria-hidden />}
        aria-label={name}
        title={name}
        aria-haspopup="dialog"
        data-alarm={alarms > 0 || undefined}
        // From its first use on the browser opens and closes what it names.
        popoverTarget={WATCH_PANEL_ID}
        onClick={() => setUsed(true)}
      >
        {rules.length > 0 && count(rules.length)}
      </Button>
      {isUsed && <WatchPopover whenFailed={PartFailed} button={button} keys={keys} />}
    </>
  );
}
