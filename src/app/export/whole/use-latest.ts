import { useState } from "react";

/** Of several texts the one that has changed last; nothing while there are none. */
export function useLatest(texts: readonly string[]): string {
  const [known, setKnown] = useState({ texts, latest: "" });
  if (known.texts.join("\n") === texts.join("\n")) return known.latest;
  const changed = texts.find((text) => !known.texts.includes(text));
  const latest = texts.length === 0 ? "" : (changed ?? known.latest);
  setKnown({ texts, latest });
  return latest;
}
