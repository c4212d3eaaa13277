import Button from "antd/es/button";
import type { FallbackProps } from "react-error-boundary";
import { ApiError } from "#app/api/api-error.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { LanguageProvider } from "#app/i18n/language.tsx";
import { localeFor } from "#app/i18n/locales.ts";
import { Blank } from "#app/ui/blank.tsx";
import { useTranslations } from "use-intl";

/**
 * Instead of a blank page: the session that could not be read, or a fault of ours. It stands above
 * the language provider, whose needs may be what failed, so it brings the built-in one.
 */
export function Crash({ error }: FallbackProps) {
  return (
    <LanguageProvider locale={localeFor("zh")} timeZone="UTC">
      <CrashText error={error} />
    </LanguageProvider>
  );
}

function CrashText({ error }: { error: unknown }) {
  const t = useTranslations();
  const errorWords = useErrorWords();
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
