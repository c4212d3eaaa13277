import { useCallback } from "react";
import { useSay } from "./use-say.tsx";

/** Puts a text on the clipboard and says whether it got there. */
export function useCopy(said: { copied: string; failed: string }): (text: string) => Promise<void> {
  const say = useSay();
  const { copied, failed } = said;
  return useCallback(
    async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        say("success", copied);
      } catch {
        say("error", failed, "copy-failed");
      }
    },
    [say, copied, failed],
  );
}
