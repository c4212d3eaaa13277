import Button from "antd/es/button";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { ApiError } from "#app/api/api-error.ts";
import { hearTabs } from "#app/api/session-channel.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { Blank } from "#app/ui/blank.tsx";
import { DONE_ROUTE, loginPath, MOST_RETURN_LENGTH } from "#contract/api/sign-in.ts";
import { signOut } from "./sign-out.ts";

/** In place of the dashboard: nobody is signed in, or who is has no role here. */
export function ClosedDoor({ error }: { error: ApiError }) {
  // Another tab may sign somebody in.
  useEffect(() => hearTabs((news) => news === "signed-in" && location.reload()), []);
  return error.code === "no_role" ? <NoRole error={error} /> : <SignIn />;
}

function NoRole({ error }: { error: ApiError }) {
  const t = useTranslations("session");
  const { title, facts } = useErrorWords()(error);
  const [state, setState] = useState<"here" | "leaving" | "failed">("here");
  async function leave() {
    setState("leaving");
    await signOut().catch(() => setState("failed"));
  }
  return (
    <main>
      <Blank
        urgent
        title={title}
        actions={
          <>
            <Button type="primary" onClick={() => location.reload()}>
              {t("lookAgain")}
            </Button>
            <Button loading={state === "leaving"} onClick={() => void leave()}>
              {t("signOut")}
            </Button>
          </>
        }
      >
        {facts}
        {state === "failed" && <p role="alert">{t("signOutFailed")}</p>}
      </Blank>
    </main>
  );
}

function SignIn() {
  const t = useTranslations("session");
  const here = location.pathname + location.search;
  const isKept = here.length <= MOST_RETURN_LENGTH;
  return (
    <main>
      <Blank
        urgent
        title={t("signInTitle")}
        actions={
          <Button
            type="primary"
            href={loginPath(isKept ? here : DONE_ROUTE)}
            {...(!isKept && { target: "_blank", rel: "opener" })}
          >
            {t("signIn")}
          </Button>
        }
      >
        {t(isKept ? "signInHint" : "signInLongLink")}
      </Blank>
    </main>
  );
}
