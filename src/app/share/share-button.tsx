import LinkOutlined from "@ant-design/icons/es/icons/LinkOutlined";
import Button from "antd/es/button";
import { memo, useCallback } from "react";
import { useTranslations } from "use-intl";
import { useCopy } from "#app/ui/use-copy.ts";
import { usePinnedLink } from "#app/view/use-pinned-link.ts";

/** Copies a link to the view in hand. The address bar keeps the relative range; this one does not. */
export const ShareButton = memo(function ShareButton() {
  const t = useTranslations("share");
  const copy = useCopy({ copied: t("copied"), failed: t("failed") });
  const pinnedLink = usePinnedLink();
  const onShare = useCallback(() => void copy(pinnedLink()), [copy, pinnedLink]);
  return <CopyLinkButton label={t("button")} hint={t("hint")} onClick={onShare} />;
});

/** Follows none of the steps of the view: the link is made when it is asked for. */
const CopyLinkButton = memo(function CopyLinkButton(props: {
  label: string;
  hint: string;
  onClick: () => void;
}) {
  return (
    <Button
      size="small"
      icon={<LinkOutlined aria-hidden />}
      title={props.hint}
      onClick={props.onClick}
    >
      {props.label}
    </Button>
  );
});
