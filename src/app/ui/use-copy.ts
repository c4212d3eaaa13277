import App from "antd/es/app";
import { useCallback } from "react";

/** Puts a text on the clipboard and says whether it got there. */
export function useCopy(said: { copied: string; failed: string }): (text: string) => Promise<void> {
  const { message } = App.useApp();
  const { copied, failed } = said;
  return useCallback(
    async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        void message.success(copied);
      } catch {
        void message.error({ key: "copy-failed", content: failed });
      }
    },
    [message, copied, failed],
  );
}
