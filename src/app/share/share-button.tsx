import LinkOutlined from "@ant-design/icons/es/icons/LinkOutlined";
import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import { useCopy } from "#app/ui/use-copy.ts";
import { usePinnedLink } from "#app/view/use-pinned-link.ts";

/** Copies a link to the view in hand. The address bar keeps the relative range; this one does not. */
export function ShareButton() {
  const t = useTranslations("share");
  const copy = useCopy({ copied: t("copied"), failed: t("failed") });
  const pinnedLink = usePinnedLink();
  return (
    <Button
      size="small"
      icon={<LinkOutlined />}
      title={t("hint")}
      onClick={() => void copy(pinnedLink())}
    >
      {t("button")}
    </Button>
  );
}
