import { useState, type ReactNode } from "react";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { useSideWidth } from "./side-width.ts";
import classes from "./side-panel.module.css";

// Nobody drags before there is something to see.
const SideEdge = createLazyPart(
  () => import("./side-edge.tsx"),
  (module) => module.SideEdge,
);

/** What stands beside the table, as wide as the reader drew it. */
export function SidePanel({ children }: { children: ReactNode }) {
  const [kept, keep] = useSideWidth();
  const [dragged, setDragged] = useState<number>();
  const width = dragged ?? kept;
  return (
    <aside className={classes["side"]} style={{ inlineSize: width }}>
      <div className={classes["content"]}>{children}</div>
      <SideEdge whenFailed={PartFailed} width={width} onDrag={setDragged} onKeep={keep} />
    </aside>
  );
}
