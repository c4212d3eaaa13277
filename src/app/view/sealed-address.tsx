import { useMemo, useSyncExternalStore, type ReactNode } from "react";
import { PartFailed } from "#app/i18n/part-failed.tsx";
import { createLazyPart } from "#app/ui/lazy-part.tsx";
import { clearNumbers } from "#contract/filter/sealed-number.ts";
import { readView } from "#contract/view/view-codec.ts";
import { locationSearch, subscribeToLocation } from "./location-store.ts";

// For links of before, which held numbers as they are (decision 22).
const SealAddress = createLazyPart(
  () => import("./seal-address.tsx"),
  (module) => module.SealAddress,
);

/** What is below is drawn, and asks for something, once no number stands in the address as it is. */
export function SealedAddress({ children }: { children: ReactNode }) {
  const search = useSyncExternalStore(subscribeToLocation, locationSearch);
  const hasNumber = useMemo(() => {
    const { view } = readView(new URLSearchParams(search));
    return clearNumbers(view.criteria).length > 0;
  }, [search]);
  return hasNumber ? <SealAddress whenFailed={PartFailed} /> : children;
}
