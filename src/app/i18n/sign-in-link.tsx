import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import { DONE_ROUTE, loginPath } from "#contract/api/sign-in.ts";

/** Signs in in a tab of its own, which tells this one and closes itself. It never opens by itself. */
export function SignInLink({ small = false }: { small?: boolean }) {
  const t = useTranslations("session");
  return (
    <Button
      type="primary"
      size={small ? "small" : "middle"}
      href={loginPath(DONE_ROUTE)}
      target="_blank"
      // Only a tab that a page has opened may close itself.
      rel="opener"
    >
      {t("signIn")}
    </Button>
  );
}
