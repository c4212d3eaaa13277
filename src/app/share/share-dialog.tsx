import Modal from "antd/es/modal/Modal";
import { useTranslations } from "use-intl";
import { useOwnEscape } from "#app/ui/use-own-escape.ts";
import { ShareForm } from "./share-form.tsx";

interface ShareDialogProps {
  readonly open: boolean;
  readonly total: number | undefined;
  readonly onClose: () => void;
}

/** What is given to somebody, and as what. It begins anew each time, with what the button beside it copies. */
export function ShareDialog({ open, total, onClose }: ShareDialogProps) {
  const t = useTranslations("share");
  useOwnEscape(open, onClose);
  return (
    <Modal
      open={open}
      onCancel={onClose}
      title={t("choose")}
      footer={null}
      width={520}
      destroyOnHidden
    >
      <ShareForm total={total} onDone={onClose} />
    </Modal>
  );
}
