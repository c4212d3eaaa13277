import type { ReactNode } from "react";
import { useViewPending } from "#app/view/use-view.tsx";
import type { Counting } from "./use-counting.ts";

interface CountsRegionProps {
  readonly label: string;
  readonly state: Counting["state"];
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/**
 * A part of the screen that says how far it is counted. What is counted follows a tick a moment later,
 * and until then is not known of the new view. Only this is drawn for that, and not what is in it.
 */
export function CountsRegion({ label, state, className, children }: CountsRegionProps) {
  const isPending = useViewPending();
  return (
    <section
      aria-label={label}
      data-counts={state === "known" && isPending ? "partial" : state}
      className={className}
    >
      {children}
    </section>
  );
}
