import LinkOutlined from "@ant-design/icons/es/icons/LinkOutlined";
import App from "antd/es/app";
import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import { viewSearch } from "#contract/view-codec.ts";
import { useView } from "#app/view/use-view.tsx";

/**
 * Copies a link that shows a colleague the same calls tomorrow: a relative range would by then mean
 * other days, so the link carries the instants. The address bar keeps the relative one.
 */
export function ShareButton() {
  const t = useTranslations("share");
  const { message } = App.useApp();
  const { view, instance, range } = useView();

  async function copy() {
    const pinned = { ...view, time: range, ...(instance !== undefined && { instance }) };
    try {
      await navigator.clipboard.writeText(location.origin + location.pathname + viewSearch(pinned));
      void message.success(t("copied"));
    } catch {
      void message.error(t("failed"));
    }
  }

  return (
    <Button size="small" icon={<LinkOutlined />} title={t("hint")} onClick={() => void copy()}>
      {t("button")}
    </Button>
  );
}
