import { useSuspenseQuery } from "@tanstack/react-query";
import Button from "antd/es/button";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { sessionQuery } from "#app/api/session-query.ts";
import { useSay } from "#app/ui/use-say.tsx";
import { limitsOf } from "./limits-of.ts";
import { signOut } from "./sign-out.ts";
import classes from "./reader-card.module.css";

/** Who is signed in, what they may see and what not, and the way out. */
export function ReaderCard() {
  const t = useTranslations("session");
  const limitWords = useTranslations("rights.limits");
  const locale = useLocale();
  const say = useSay();
  const { user, rights, scope, instances } = useSuspenseQuery(sessionQuery()).data;
  const [isLeaving, setLeaving] = useState(false);
  if (user === null) return null;

  async function leave() {
    setLeaving(true);
    try {
      await signOut();
    } catch {
      setLeaving(false);
      say("error", t("signOutFailed"));
    }
  }

  const limits = limitsOf(rights);
  return (
    <>
      <h2 className={classes["name"]}>
        <bdi>{user.name}</bdi>
      </h2>
      <dl className={classes["facts"]}>
        <dt>{t("roles")}</dt>
        <dd>
          <Names names={user.roles.map(({ name, words }) => words?.[locale] ?? name)} />
        </dd>
        <dt>{t("instances")}</dt>
        <dd>
          <Names names={instances.map(({ name }) => name)} />
        </dd>
        {scope !== null && (
          <>
            <dt>{t(`scope.${scope.filter}`)}</dt>
            <dd>
              <Names names={scope.people.map(({ name }) => name)} />
            </dd>
          </>
        )}
        {limits.length > 0 && (
          <>
            <dt>{t("limits")}</dt>
            <dd>
              <ul className={classes["names"]}>
                {limits.map((limit) => (
                  <li key={limit}>{limitWords(limit)}</li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      <Button block loading={isLeaving} onClick={() => void leave()}>
        {t("signOut")}
      </Button>
    </>
  );
}

/** A group that several instances have is named once. */
function Names({ names }: { names: readonly string[] }) {
  return (
    <ul className={classes["names"]}>
      {[...new Set(names)].map((name) => (
        <li key={name}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}
