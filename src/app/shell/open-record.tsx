import { useDeferredValue, useMemo, useState } from "react";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import type { Steps } from "#app/records/use-steps.ts";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { useView } from "#app/view/use-view.tsx";

// It needs antd's Drawer, which nobody needs before something is opened.
const RecordDrawer = createLazyPart(
  () => import("#app/detail/record-drawer.tsx"),
  (module) => module.RecordDrawer,
);

/** The view's open record, beside the list that the steps go along. */
export function OpenRecord({ steps }: { steps: Steps }) {
  const { view, calls } = useView();
  // It is mounted at its first use and stays, so that it can slide out again.
  const [isUsed, setUsed] = useState(false);
  if (view.record !== undefined && !isUsed) setUsed(true);
  // The row lights up first; the drawer, which takes longer to draw, follows.
  const opened = useMemo(
    () => ({ instance: calls?.instance, record: view.record, beside: view.beside }),
    [calls?.instance, view.record, view.beside],
  );
  const { instance, record, beside } = useDeferredValue(opened);
  if (!isUsed || instance === undefined) return null;
  return (
    <RecordDrawer
      whenFailed={PartFailed}
      instance={instance}
      contactId={record}
      beside={beside}
      steps={steps}
    />
  );
}
