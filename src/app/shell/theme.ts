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

/** What a finger hits, px: https://www.w3.org/WAI/WCAG22/Understanding/target-size-enhanced */
const TARGET = 44;

/**
 * The one accent and the density. Everything else is antd's; dark is its algorithm, no more.
 *
 * @param coarse whether the reader points by finger
 * @param still whether the reader wants nothing to move
 */
export function themeConfig(dark: boolean, coarse: boolean, still: boolean): ThemeConfig {
  // The dark algorithm darkens what it is given; the lighter seed keeps links readable on black.
  const accent = dark ? "#3f97ff" : "#1668dc";
  const errorText = dark ? "#ff7875" : "#cf1322";
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: "callscope" },
    // Its hash tells apart editions of antd in one page, and costs every style some of the first load.
    hashed: false,
    components: {
      ...(coarse && { Segmented: { trackPadding: 0, controlPaddingHorizontalSM: 17 } }),
      // White on the lighter accent would be 3.7:1.
      ...(dark && { Button: { primaryColor: "#06152b" } }),
    },
    token: {
      colorPrimary: accent,
      colorInfo: accent,
      colorLink: dark ? "#58a6ff" : accent,
      fontFamily: FONTS,
      fontSize: 13,
      // antd's step down is 10 px, at which Chinese is a blur.
      fontSizeSM: 12,
      lineHeightSM: 5 / 3,
      borderRadius: 4,
      controlHeight: coarse ? TARGET : 28,
      ...(coarse && { controlHeightSM: TARGET }),
      // Texts of antd's that are paler than 4.5:1 on the grounds where we have them.
      colorTextDescription: dark ? "rgba(255,255,255,0.65)" : "rgba(0,0,0,0.65)",
      colorTextPlaceholder: dark ? "rgba(255,255,255,0.52)" : "rgba(0,0,0,0.58)",
      colorErrorText: errorText,
      // Of the unit in a field whose value is wrong.
      colorErrorAffix: errorText,
      colorWarningText: dark ? "#e8b339" : "#8f5600",
      ...(!dark && { colorPrimaryHover: "#1356b8", colorLinkHover: "#1356b8" }),
      // antd's is black, which would be a band between the header and the table.
      ...(dark && { colorBgLayout: "#1c1c1c" }),
      wireframe: false,
      motion: !still,
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.18s",
    },
  };
}
