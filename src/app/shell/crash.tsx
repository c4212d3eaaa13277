import Button from "antd/es/button";
import { Suspense } from "react";
import { ErrorBoundary, type FallbackProps } from "react-error-boundary";
import { useTranslations } from "use-intl";
import { ApiError } from "#app/api/api-error.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { LANGUAGE_PREFERENCE } from "#app/i18n/language-preference.ts";
import { LanguageProvider } from "#app/i18n/language.tsx";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { Blank } from "#app/ui/blank.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { usePreference } from "#app/ui/preference.ts";
import { localeFor } from "#contract/api/locales.ts";

// Most readers are let in.
const ClosedDoor = createLazyPart(
  () => import("#app/session/closed-door.tsx"),
  (module) => module.ClosedDoor,
);

/** Whether nothing is broken: nobody is signed in, or who is has no role. */
export const isClosed = (error: unknown): error is ApiError =>
  error instanceof ApiError && (error.code === "no_role" || error.code === "sign_in_required");

/**
 * Instead of a blank page: the session that could not be read, or a fault of ours. It stands above
 * the language provider and brings its own: the reader's language, or the built-in one where even
 * that cannot be had.
 */
export function Crash({ error }: Pick<FallbackProps, "error">) {
  // Without a session nobody but the browser says in which language to start.
  const [chosen = localeFor(navigator.language) ?? "zh-CN"] = usePreference(LANGUAGE_PREFERENCE);
  const builtIn = (
    <LanguageProvider locale="zh-CN" timeZone="UTC">
      <CrashText error={error} />
    </LanguageProvider>
  );
  return (
    <ErrorBoundary fallback={builtIn}>
      <Suspense>
        <LanguageProvider locale={chosen} timeZone="UTC">
          <CrashText error={error} />
        </LanguageProvider>
      </Suspense>
    </ErrorBoundary>
  );
}

function CrashText({ error }: { error: unknown }) {
  const t = useTranslations();
  const errorWords = useErrorWords();
  if (isClosed(error)) return <ClosedDoor whenFailed={PartFailed} error={error} />;
  const failure = error instanceof ApiError ? errorWords(error) : undefined;
  return (
    <Blank
      urgent
      title={failure?.title ?? t("app.crashed")}
      actions={
        <Button type="primary" onClick={() => location.reload()}>
          {t(failure === undefined ? "app.reload" : "errors.retry")}
        </Button>
      }
    >
      {failure?.facts ?? t("app.crashedHint")}
    </Blank>
  );
}
