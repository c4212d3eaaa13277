import LoadingOutlined from "@ant-design/icons/es/icons/LoadingOutlined";
import { QueryClientProvider, useQuery, type QueryClient } from "@tanstack/react-query";
import App from "antd/es/app";
import ConfigProvider from "antd/es/config-provider";
import { Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { useOutage } from "#app/api/outage.ts";
import { sessionQuery, type OpenSession } from "#app/api/session-query.ts";
import { LANGUAGE_PREFERENCE } from "#app/i18n/language-preference.ts";
import { LanguageProvider, type LanguageChoice } from "#app/i18n/language.tsx";
import { keepCompositionKeys } from "#app/ui/composition-keys.ts";
import { createChoice, usePreference } from "#app/ui/preference.ts";
import { useCoarse } from "#app/ui/use-coarse.ts";
import { useMediaQuery } from "#app/ui/use-media-query.ts";
import { WayBroken } from "#app/ui/way-broken.ts";
import { SealedAddress } from "#app/view/sealed-address.tsx";
import { ViewProvider } from "#app/view/use-view.tsx";
import { Crash, isClosed } from "./crash.tsx";
import { Dashboard, type DashboardProps } from "./dashboard.tsx";
import { Opening } from "./opening.tsx";
import { themeConfig, THEMES } from "./theme.ts";
import "./global.css";

/** A ring around what was clicked: it tells nothing, and delays what does. */
const NO_WAVE = { disabled: true } as const;

const BUTTON = {
  autoInsertSpace: false,
  // antd's own is read out by its English name.
  loadingIcon: <LoadingOutlined aria-hidden />,
} as const;

const THEME = createChoice("callscope.theme", THEMES);

/** The application: providers from the outside in, then the dashboard. */
export function AppShell({ queryClient }: { queryClient: QueryClient }) {
  const [choice = "system", setTheme] = usePreference(THEME);
  const systemDark = useMediaQuery("(prefers-color-scheme: dark)");
  const dark = choice === "dark" || (choice === "system" && systemDark);
  useEffect(keepCompositionKeys, []);
  // How many readers this page has had, and who of them came later.
  const [reader, setReader] = useState<{ nth: number; name?: string }>({ nth: 0 });
  const onAnother = useCallback(
    (session: OpenSession) => {
      // Nothing that one was shown or told may reach the next, who begins from their own session.
      queryClient.clear();
      queryClient.setQueryData(sessionQuery().queryKey, session);
      setReader(({ nth }) => ({ nth: nth + 1, name: session.user?.name ?? "" }));
    },
    [queryClient],
  );
  const onReaderSeen = useCallback(() => setReader(({ nth }) => ({ nth })), []);
  const coarse = useCoarse();
  const still = useMediaQuery("(prefers-reduced-motion: reduce)");
  const config = useMemo(() => themeConfig(dark, coarse, still), [dark, coarse, still]);
  useEffect(() => {
    // For what the browser itself draws: scroll bars, native controls, the canvas behind the page.
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
  }, [dark]);
  return (
    <ConfigProvider theme={config} button={BUTTON} wave={NO_WAVE}>
      <App className="app">
        <QueryClientProvider client={queryClient}>
          <ErrorBoundary FallbackComponent={Crash}>
            <Suspense fallback={<Opening />}>
              <InSession
                key={reader.nth}
                theme={choice}
                onTheme={setTheme}
                newReader={reader.name}
                onAnother={onAnother}
                onReaderSeen={onReaderSeen}
              />
            </Suspense>
          </ErrorBoundary>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}

/** What needs to know who is looking: language, time zone, view. */
function InSession(props: Omit<DashboardProps, keyof LanguageChoice>) {
  // Not by suspending: what follows a fallback is held back by React for 300 ms, so that nothing
  // flickers. Those below it may ask by suspending, for by then the session is here.
  const { data: session, error } = useQuery(sessionQuery());
  const [chosen, setLocale] = usePreference(LANGUAGE_PREFERENCE);
  const isWayBroken = useOutage() !== null;
  // What is thrown is an error to the browser's console, and this is none.
  if (isClosed(error)) return <Crash error={error} />;
  if (error !== null) throw error;
  if (session === undefined) return <Opening />;
  const locale = chosen ?? session.locale;
  return (
    <LanguageProvider locale={locale} timeZone={session.timeZone}>
      <WayBroken value={isWayBroken}>
        <SealedAddress>
          <ViewProvider>
            <Dashboard {...props} locale={locale} onLocale={setLocale} />
          </ViewProvider>
        </SealedAddress>
      </WayBroken>
    </LanguageProvider>
  );
}
