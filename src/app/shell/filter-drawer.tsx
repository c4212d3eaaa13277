import Drawer from "antd/es/drawer";
import { useTranslations } from "use-intl";
import { FilterPanel } from "#app/filters/filter-panel.tsx";

/** The filter panel over the table, where there is no room beside it. */
export function FilterDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("panel");
  return (
    <Drawer
      open={open}
      placement="left"
      size={320}
      onClose={onClose}
      aria-label={t("title")}
      closable={false}
      styles={{ body: { padding: 0 } }}
    >
      <FilterPanel onClose={onClose} isShown={open} />
    </Drawer>
  );
}
