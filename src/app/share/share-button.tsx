import DownOutlined from "@ant-design/icons/es/icons/DownOutlined";
import LinkOutlined from "@ant-design/icons/es/icons/LinkOutlined";
import Button from "antd/es/button";
import { memo, useCallback, useState } from "react";
import { useTranslations } from "use-intl";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { useCopy } from "#app/ui/use-copy.ts";
import { usePinnedLink } from "#app/view/use-pinned-link.ts";
import classes from "./share-button.module.css";

const ShareDialog = createLazyPart(
  () => import("./share-dialog.tsx"),
  (module) => module.ShareDialog,
);

/** Follows none of the steps of the view: the link is made when it is asked for. */
const SteadyButton = memo(Button);
const LINK = <LinkOutlined aria-hidden />;
const DOWN = <DownOutlined aria-hidden />;

interface ShareButtonProps {
  /** How many calls match, where that is known. */
  readonly total: number | undefined;
}

/**
 * Copies a link to the view in hand, and beside that what else can be given to somebody. The address bar keeps the
 * relative range; this link does not.
 */
export const ShareButton = memo(function ShareButton({ total }: ShareButtonProps) {
  const t = useTranslations("share");
  const copy = useCopy({ copied: t("copied"), failed: t("failed") });
  const pinnedLink = usePinnedLink();
  const onShare = useCallback(
    () => void copy(pinnedLink({}, { total })),
    [copy, pinnedLink, total],
  );
  // Mounted at its first use, and then kept: it gives the focus back once it has closed.
  const [dialog, setDialog] = useState<"unused" | "open" | "closed">("unused");
  const onChoose = useCallback(() => setDialog("open"), []);
  return (
    <span className={classes["share"]}>
      <SteadyButton size="small" icon={LINK} title={t("hint")} onClick={onShare}>
        {t("button")}
      </SteadyButton>
      <SteadyButton
        size="small"
        icon={DOWN}
        aria-label={t("choose")}
        title={t("choose")}
        aria-haspopup="dialog"
        aria-expanded={dialog === "open"}
        onClick={onChoose}
      />
      {dialog !== "unused" && (
        <ShareDialog
          whenFailed={PartFailed}
          open={dialog === "open"}
          total={total}
          onClose={() => setDialog("closed")}
        />
      )}
    </span>
  );
});
