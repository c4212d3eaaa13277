import type { Locale } from "#contract/api/locales.ts";
import type { messagesZhCn } from "./messages-zh-cn.ts";

/** The shape every language fills: a text missing in one of them does not compile. */
export type Messages = typeof messagesZhCn;

declare module "use-intl" {
  // use-intl reads the application's types from this interface by declaration merging.
  interface AppConfig {
    Messages: Messages;
    Locale: Locale;
  }
}
