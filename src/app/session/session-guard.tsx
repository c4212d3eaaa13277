import Button from "antd/es/button";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useLapse } from "#app/api/lapse.ts";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { SignInLink } from "#app/i18n/sign-in-link.tsx";
import { isolate } from "#app/ui/isolate.ts";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { Notice } from "#app/ui/notice.tsx";

const SignInDialog = createLazyPart(
  () => import("./sign-in-dialog.tsx"),
  (module) => module.SignInDialog,
);

interface SessionGuardProps {
  /** The name of who is signed in since the page was opened; absent: whoever opened it. */
  readonly newReader: string | undefined;
  /** The reader has seen who is signed in now. */
  readonly onSeen: () => void;
}

/** Asks to sign in again where the session ends under an open view, and says where somebody else did. */
export function SessionGuard({ newReader, onSeen }: SessionGuardProps) {
  const t = useTranslations("session");
  const isLapsed = useLapse() === "lapsed";
  // Mounted at its first use, and then kept: it gives the focus back once it has closed.
  const [dialog, setDialog] = useState<"unused" | "open" | "aside">("unused");
  if (isLapsed && dialog === "unused") setDialog("open");
  // The next time it asks anew.
  if (!isLapsed && dialog === "aside") setDialog("open");
  return (
    <>
      {newReader !== undefined && (
        <Notice
          tone="info"
          actions={
            <Button size="small" onClick={onSeen}>
              {t("seen")}
            </Button>
          }
        >
          {t("anotherReader", { name: isolate(newReader) })}
        </Notice>
      )}
      {isLapsed && dialog === "aside" && (
        <Notice tone="bad" actions={<SignInLink small />}>
          <strong>{t("lapsedTitle")}</strong>
          <span>{` ${t("lapsedAside")}`}</span>
        </Notice>
      )}
      {dialog !== "unused" && (
        <SignInDialog
          whenFailed={PartFailed}
          open={isLapsed && dialog === "open"}
          onLater={() => setDialog("aside")}
        />
      )}
    </>
  );
}
