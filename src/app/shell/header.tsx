import DesktopOutlined from "@ant-design/icons/es/icons/DesktopOutlined";
import MoonOutlined from "@ant-design/icons/es/icons/MoonOutlined";
import SunOutlined from "@ant-design/icons/es/icons/SunOutlined";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { sessionQuery } from "#app/api/session-query.ts";
import { LANGUAGE_NAMES, loadLanguage, type LanguageChoice } from "#app/i18n/language.tsx";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { ShortcutsButton } from "#app/records/shortcuts/shortcuts-button.tsx";
import { AfterPaint } from "#app/ui/after-paint.ts";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { SegmentedChoice } from "#app/ui/segmented-choice.tsx";
import { useFiltersApart, useTight } from "#app/ui/use-narrow.ts";
import { useSay } from "#app/ui/use-say.tsx";
import { useView } from "#app/view/use-view.tsx";
import { LateSavedButton } from "./late-saved-button.tsx";
import { LateWatchButton } from "./late-watch.tsx";
import { ShownChoice } from "./shown-choice.tsx";
import { THEMES, type ThemeChoice } from "./theme.ts";
import beside from "#app/ui/beside.module.css";
import heard from "#app/ui/heard.module.css";
import select from "#app/ui/select.module.css";
import classes from "./dashboard.module.css";

// Where somebody is signed in.
const WhoAmI = createLazyPart(
  () => import("#app/session/who-am-i.tsx"),
  (module) => module.WhoAmI,
);

export interface HeaderProps extends LanguageChoice {
  theme: ThemeChoice;
  onTheme: (theme: ThemeChoice) => void;
}

const THEME_ICONS = {
  system: <DesktopOutlined aria-hidden />,
  light: <SunOutlined aria-hidden />,
  dark: <MoonOutlined aria-hidden />,
} as const satisfies Record<ThemeChoice, unknown>;

const THEME_LABELS = {
  system: "themeSystem",
  light: "themeLight",
  dark: "themeDark",
} as const satisfies Record<ThemeChoice, string>;

/** What this is, whose calls these are, and how the reader likes to see it. */
export function Header({ theme, onTheme, locale, onLocale }: HeaderProps) {
  const t = useTranslations("app");
  const say = useSay();
  const session = useSuspenseQuery(sessionQuery()).data;
  async function switchTo(next: LanguageChoice["locale"]) {
    try {
      await loadLanguage(next);
      onLocale(next);
    } catch {
      say("error", t("languageFailed"));
    }
  }
  const isTight = useTight();
  // There they stand beside the button of the filters.
  const isNarrow = useFiltersApart();
  const { user } = session;
  const look = (
    <>
      <SegmentedChoice<LanguageChoice["locale"]>
        aria-label={t("language")}
        value={locale}
        options={LANGUAGE_NAMES}
        onChange={(next) => void switchTo(next)}
      />
      <SegmentedChoice<ThemeChoice>
        aria-label={t("theme")}
        value={theme}
        options={THEMES.map((value) => ({
          value,
          icon: (
            <>
              {THEME_ICONS[value]}
              <span className={heard["heard"]}>{t(THEME_LABELS[value])}</span>
            </>
          ),
          title: t(THEME_LABELS[value]),
        }))}
        onChange={onTheme}
      />
    </>
  );
  return (
    <header className={`${beside["room"]} ${classes["header"]}`}>
      <h1 className={classes["brand"]}>
        <span>{t("name")}</span>
        <span className={heard["heard"]}>{t("title")}</span>
      </h1>
      {!isNarrow && <ShownChoice />}
      <InstancePicker />
      {!isNarrow && (
        <LateSavedButton
          whileLoading={<span className={classes["place"]} />}
          whenFailed={() => null}
        />
      )}
      {session.sampleData && (
        <span className={classes["sample"]} title={t("sampleDataHint")}>
          {t("sampleData")}
        </span>
      )}
      <span className={classes["preferences"]}>
        {!isNarrow && (
          <AfterPaint>
            <LateWatchButton whenFailed={() => null} />
          </AfterPaint>
        )}
        <ShortcutsButton />
        {user === null ? (
          <AfterPaint>{look}</AfterPaint>
        ) : (
          <>
            {!isTight && <AfterPaint>{look}</AfterPaint>}
            <WhoAmI whenFailed={PartFailed} name={user.name}>
              {isTight && <div className={classes["look"]}>{look}</div>}
            </WhoAmI>
          </>
        )}
      </span>
    </header>
  );
}

/** The instances the reader may see. One alone is only named; one that is not ours is shown too. */
function InstancePicker() {
  const t = useTranslations("app");
  const { instances } = useSuspenseQuery(sessionQuery()).data;
  const { instance, change } = useView();
  const known = instances.some(({ id }) => id === instance);
  const options =
    known || instance === undefined ? instances : [...instances, { id: instance, name: instance }];
  if (options.length < 2) return <bdi className={classes["instance"]}>{options[0]?.name}</bdi>;
  return (
    // The system's own list: any number of instances, every keyboard, no code.
    <select
      className={`${select["select"]} ${classes["picker"]}`}
      aria-label={t("instance")}
      value={instance}
      onChange={(event) => change({ instance: event.target.value, record: undefined })}
    >
      {options.map(({ id, name }) => (
        <option key={id} value={id} dir="auto">
          {name}
        </option>
      ))}
    </select>
  );
}
