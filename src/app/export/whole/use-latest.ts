import { useState } from "react";
import { usePainted } from "#app/ui/after-paint.ts";

const NONE: readonly string[] = [];

/**
 * Of several texts the one that has changed last; nothing while there are none. The first comes a moment later:
 * what a region says as it comes into the document is not heard.
 */
export function useLatest(texts: readonly string[]): string {
  const [known, setKnown] = useState({ texts: NONE, latest: "" });
  const isHeard = usePainted();
  if (known.texts.join("\n") !== texts.join("\n")) {
    const changed = texts.find((text) => !known.texts.includes(text));
    setKnown({ texts, latest: texts.length === 0 ? "" : (changed ?? known.latest) });
  }
  return isHeard ? known.latest : "";
}
