import UserOutlined from "@ant-design/icons/es/icons/UserOutlined";
import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { isolate } from "#app/ui/isolate.ts";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import classes from "./who-am-i.module.css";

const ReaderCard = createLazyPart(
  () => import("./reader-card.tsx"),
  (module) => module.ReaderCard,
);

const CARD_ID = "who-am-i";

interface WhoAmIProps {
  readonly name: string;
  /** What has no room in the header. */
  readonly children: ReactNode;
}

/** Who is signed in. What they may see, and the way out, open below it, in the browser's own popover. */
export function WhoAmI({ name, children }: WhoAmIProps) {
  const t = useTranslations("session");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        type="text"
        size="small"
        className={classes["button"] ?? ""}
        icon={<UserOutlined aria-hidden />}
        aria-label={t("whoAmI", { name: isolate(name) })}
        aria-haspopup="dialog"
        title={t("whoAmI", { name: isolate(name) })}
        popoverTarget={CARD_ID}
      >
        <bdi className={classes["name"]}>{name}</bdi>
      </Button>
      <div
        id={CARD_ID}
        popover="auto"
        role="dialog"
        aria-label={t("card")}
        className={classes["card"]}
        onToggle={({ newState }) => setOpen(newState === "open")}
      >
        {children}
        {open && <ReaderCard whenFailed={PartFailed} />}
      </div>
    </>
  );
}
