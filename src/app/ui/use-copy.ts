import { useCallback } from "react";
import { useSay } from "./use-say.tsx";

/** Puts a text on the clipboard and says, and returns, whether it got there. */
export function useCopy(said: {
  copied: string;
  failed: string;
}): (text: string) => Promise<boolean> {
  const say = useSay();
  const { copied, failed } = said;
  return useCallback(
    async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        say("success", copied);
        return true;
      } catch {
        say("error", failed, "copy-failed");
        return false;
      }
    },
    [say, copied, failed],
  );
}
