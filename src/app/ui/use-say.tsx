import CheckCircleFilled from "@ant-design/icons/es/icons/CheckCircleFilled";
import CloseCircleFilled from "@ant-design/icons/es/icons/CloseCircleFilled";
import InfoCircleFilled from "@ant-design/icons/es/icons/InfoCircleFilled";
import App from "antd/es/app";
import { useCallback } from "react";

/** antd's own icons are read out by their English names. */
const ICONS = {
  success: <CheckCircleFilled aria-hidden />,
  error: <CloseCircleFilled aria-hidden />,
  info: <InfoCircleFilled aria-hidden />,
} as const;

/** Seconds that a short word stays, and letters that are read in one. */
const SHORTEST_S = 3;
const LETTERS_A_SECOND = 10;

export type Say = (kind: keyof typeof ICONS, content: string, key?: string) => void;

/** Says something for a moment at the top of the screen; of one `key` there is one at a time. */
export function useSay(): Say {
  const { message } = App.useApp();
  return useCallback(
    (type, content, key) =>
      void message.open({
        type,
        icon: ICONS[type],
        content,
        duration: Math.max(SHORTEST_S, content.length / LETTERS_A_SECOND),
        ...(key !== undefined && { key }),
      }),
    [message],
  );
}
