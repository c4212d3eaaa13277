import type { ThemeConfig } from "antd/es/config-provider/context";
import theme from "antd/es/theme";

/** How the reader wants it; `system` follows the operating system. */
export const THEMES = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof THEMES)[number];

const FONTS = [
  "system-ui",
  "-apple-system",
  '"Segoe UI"',
  '"PingFang SC"',
  '"Hiragino Sans GB"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  "sans-serif",
].join(", ");

/** The one accent and the density. Everything else is antd's; dark is its algorithm, no more. */
export function themeConfig(dark: boolean): ThemeConfig {
  // The dark algorithm darkens what it is given; the lighter seed keeps links readable on black.
  const accent = dark ? "#3f97ff" : "#1668dc";
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: "callscope" },
    token: {
      colorPrimary: accent,
      colorInfo: accent,
      colorLink: accent,
      fontFamily: FONTS,
      fontSize: 13,
      borderRadius: 4,
      controlHeight: 28,
      wireframe: false,
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.18s",
    },
  };
}
