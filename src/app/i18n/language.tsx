import ConfigProvider, { type ConfigProviderProps } from "antd/es/config-provider";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { use, useEffect, type ReactNode } from "react";
import { IntlProvider } from "use-intl";
import { LOCALES, type Locale } from "#contract/api/locales.ts";
import { messagesZhCn } from "#labels/messages-zh-cn.ts";
import type { Messages } from "#labels/messages.ts";

declare module "use-intl" {
  // use-intl reads the application's types from this interface by declaration merging.
  interface AppConfig {
    Messages: Messages;
    Locale: Locale;
  }
}

type AntdLocale = NonNullable<ConfigProviderProps["locale"]>;

export interface LanguageChoice {
  readonly locale: Locale;
  readonly onLocale: (locale: Locale) => void;
}

/** Names of languages are written in the language itself: that is who looks for them. */
const NAMES = { "zh-CN": "中文", "en-US": "EN" } as const satisfies Record<Locale, string>;
export const LANGUAGE_NAMES = LOCALES.map((value) => ({ value, label: NAMES[value] }));

interface Language {
  readonly messages: Messages;
  readonly antd: AntdLocale;
  readonly dayjs: string;
}

const CHINESE: Language = { messages: messagesZhCn, antd: zhCN, dayjs: "zh-cn" };

// The second language comes when it is asked for; the first is part of the first load.
const LOADERS: Record<Locale, () => Promise<Language>> = {
  "zh-CN": async () => CHINESE,
  "en-US": async () => {
    const [{ messagesEnUs }, { default: antd }] = await Promise.all([
      import("#labels/messages-en-us.ts"),
      import("antd/locale/en_US"),
    ]);
    return { messages: messagesEnUs, antd, dayjs: "en" };
  },
};

/** A promise that says of itself that it is kept: `use` reads it without waiting. */
function asKept(promise: Promise<Language>, value: Language): Promise<Language> {
  return Object.assign(promise, { status: "fulfilled", value });
}

const loading = new Map<Locale, Promise<Language>>([
  ["zh-CN", asKept(Promise.resolve(CHINESE), CHINESE)],
]);

/**
 * Loads a language. To be awaited before switching to it, so that the screen stays as it is
 * meanwhile; after a failure the next call tries again.
 */
export function loadLanguage(locale: Locale): Promise<Language> {
  const known = loading.get(locale);
  if (known !== undefined) return known;
  const started = LOADERS[locale]();
  loading.set(locale, started);
  started.then(
    (language) => asKept(started, language),
    () => loading.delete(locale),
  );
  return started;
}

/**
 * The language of everything below: our messages, antd's and dayjs's change together, so that no
 * screen is half one and half the other. Suspends while a language loads.
 */
export function LanguageProvider(props: { locale: Locale; timeZone: string; children: ReactNode }) {
  // Every time: a drawing that waited here and finds no `use` when it goes on has lost its hooks, and React
  // draws all of it once more (https://react.dev/errors/467).
  const language = use(loadLanguage(props.locale));
  useEffect(() => {
    dayjs.locale(language.dayjs);
    document.documentElement.lang = props.locale;
  }, [language, props.locale]);
  return (
    <IntlProvider locale={props.locale} messages={language.messages} timeZone={props.timeZone}>
      <ConfigProvider locale={language.antd}>{props.children}</ConfigProvider>
    </IntlProvider>
  );
}
