import CloseOutlined from "@ant-design/icons/es/icons/CloseOutlined";
import Button from "antd/es/button";
import Drawer from "antd/es/drawer";
import { useTranslations } from "use-intl";
import { useNarrow } from "#app/ui/use-narrow.ts";
import { useView } from "#app/view/use-view.tsx";
import { drawerStep } from "./drawer-key.ts";
import { DrawerScroller } from "./drawer-scroller.tsx";
import { StepButtons, type StepsInList } from "./head/step-buttons.tsx";
import { RecordDetail } from "./record-detail.tsx";

interface RecordDrawerProps {
  instance: string;
  /** Absent: closed. */
  contactId: string | undefined;
  steps: StepsInList;
}

/** Everything known of one call, beside the table, which stays usable. */
export function RecordDrawer({ instance, contactId, steps }: RecordDrawerProps) {
  const t = useTranslations("detail");
  const { change } = useView();
  const isNarrow = useNarrow();
  const close = () => change({ record: undefined });
  return (
    <Drawer
      open={contactId !== undefined}
      onClose={close}
      title={t("title")}
      aria-label={t("title")}
      extra={
        <>
          <StepButtons {...steps} />
          {/* antd's own is too small for a finger. */}
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined aria-hidden />}
            aria-label={t("close")}
            onClick={close}
          />
        </>
      }
      // Where it would leave but a strip of the rows, it takes all; elsewhere what can be pressed makes
      // room for it (dashboard.module.css).
      size={isNarrow ? "100vw" : 420}
      // The rows behind can still be read, scrolled and clicked: that is how calls are compared.
      mask={false}
      // What scrolls in it takes the focus.
      autoFocus={false}
      onKeyDown={(event) => {
        const step = drawerStep(event);
        if (step === undefined) return;
        event.preventDefault();
        steps.onStep(step);
      }}
      destroyOnHidden
      // The table takes the focus back to the row it came from.
      focusable={{ focusTriggerAfterClose: false }}
      closable={false}
      styles={{
        header: { padding: "8px 16px" },
        body: { display: "flex", flexDirection: "column", padding: 0 },
      }}
    >
      {contactId !== undefined && (
        <DrawerScroller of={contactId}>
          <RecordDetail
            key={`${instance}/${contactId}`}
            instance={instance}
            contactId={contactId}
          />
        </DrawerScroller>
      )}
    </Drawer>
  );
}
