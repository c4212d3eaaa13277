import { useEffect, useState } from "react";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { hasFiles } from "./has-files.ts";

const DropTarget = createLazyPart(
  () => import("./drop-target.tsx"),
  (module) => module.DropTarget,
);

/** A file that is dropped while this is not to be had opens nothing; the menu's entry says why. */
const Nothing = () => null;

/** Files can be dropped from the first on that is dragged over the window. */
export function DropPlace() {
  const [isUsed, setUsed] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    for (const type of ["dragover", "drop"] as const)
      addEventListener(
        type,
        (event) => {
          if (!hasFiles(event)) return;
          // Else the browser would open the file in place of the page.
          event.preventDefault();
          setUsed(true);
        },
        controller,
      );
    return () => controller.abort();
  }, []);
  return isUsed && <DropTarget whenFailed={Nothing} />;
}
