import Button from "antd/es/button";
import Modal from "antd/es/modal/Modal";
import { useTranslations } from "use-intl";
import { SignInLink } from "#app/i18n/sign-in-link.tsx";
import { useOwnEscape } from "#app/ui/use-own-escape.ts";

interface SignInDialogProps {
  readonly open: boolean;
  readonly onLater: () => void;
}

/** Over the view, which stays: the session has ended. */
export function SignInDialog({ open, onLater }: SignInDialogProps) {
  const t = useTranslations("session");
  useOwnEscape(open, onLater);
  return (
    <Modal
      open={open}
      onCancel={onLater}
      title={t("lapsedTitle")}
      width={440}
      footer={[
        <Button key="later" onClick={onLater}>
          {t("later")}
        </Button>,
        <SignInLink key="sign-in" />,
      ]}
    >
      <p>{t("lapsed")}</p>
    </Modal>
  );
}
