import CloseOutlined from "@ant-design/icons/es/icons/CloseOutlined";
import Button from "antd/es/button";
import Drawer from "antd/es/drawer";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { takesText } from "#app/ui/screen-key.ts";
import { useNarrow, useTightForTwo } from "#app/ui/use-narrow.ts";
import { useChange } from "#app/view/use-view.tsx";
import { comparedCalls } from "#contract/view/view.ts";
import { ComparedCalls } from "./compare/compared-calls.tsx";
import { pinChange } from "./compare/pin-change.ts";
import { drawerStep, isPinKey } from "./drawer-key.ts";
import { DrawerScroller } from "./drawer-scroller.tsx";
import { DrawerAlone } from "./fields/drawer-alone.ts";
import { StepButtons, type StepsInList } from "./head/step-buttons.tsx";
import type { ReadPlace } from "./read-place.ts";
import { RecordDetail } from "./record-detail.tsx";

interface RecordDrawerProps {
  instance: string;
  /** Absent: closed. */
  contactId: string | undefined;
  /** The id of the call that is pinned; the same as the open one: another is to be opened yet. */
  beside: string | undefined;
  steps: StepsInList;
}

/** Everything known of one call, beside the table, which stays usable. */
export function RecordDrawer({ instance, contactId, beside, steps }: RecordDrawerProps) {
  const t = useTranslations("detail");
  const change = useChange();
  const place = useRef<ReadPlace>({ part: undefined, offset: 0, top: 0 });
  const compared = comparedCalls({ record: contactId, beside });
  const isTightForTwo = useTightForTwo();
  const isAlone = useNarrow() || (compared !== undefined && isTightForTwo);
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
      size={isAlone ? "100vw" : compared === undefined ? 420 : 760}
      // The rows behind can still be read, scrolled and clicked: that is how calls are compared.
      mask={false}
      // What scrolls in it takes the focus.
      autoFocus={false}
      onKeyDown={(event) => {
        if (event.target instanceof HTMLElement && takesText(event.target)) return;
        if (isPinKey(event)) change(pinChange);
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
        <DrawerAlone value={isAlone}>
          <DrawerScroller of={contactId} place={place}>
            {compared === undefined ? (
              <RecordDetail
                key={`${instance}/${contactId}`}
                instance={instance}
                contactId={contactId}
              />
            ) : (
              <ComparedCalls
                key={`${instance}/${compared.join("/")}`}
                instance={instance}
                pinned={compared[0]}
                open={compared[1]}
              />
            )}
          </DrawerScroller>
        </DrawerAlone>
      )}
    </Drawer>
  );
}
