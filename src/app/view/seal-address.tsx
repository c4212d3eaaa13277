import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { knownNumbers, numberOf } from "#app/api/known-numbers.ts";
import { sessionQuery } from "#app/api/session-query.ts";
import { FILTERS } from "#contract/filter/filters.ts";
import { clearNumbers } from "#contract/filter/sealed-number.ts";
import { readView } from "#contract/view/view-codec.ts";
import { instanceOf } from "./addressed-view.ts";
import { locationSearch, navigate, pinnedAsOf } from "./location-store.ts";
import { sealNumbers } from "./number-links.ts";
import { firstPin } from "./resolve-view.ts";

/** Stands for a number that could not be sealed: it is no value, and the page says so. */
const NO_VALUE = "~";

/** Puts tokens in the place of the address's numbers, and leaves the rest of it as it is. */
export function SealAddress() {
  const client = useQueryClient();
  const session = useSuspenseQuery(sessionQuery()).data;
  useEffect(() => {
    let isHere = true;
    const params = new URLSearchParams(locationSearch());
    const { view } = readView(params);
    const instance = instanceOf(view, session);
    const replace = () => {
      if (!isHere) return;
      for (const key of clearNumbers(view.criteria)) {
        const told = numberOf(knownNumbers(client), instance, key, view.criteria[key] ?? "");
        params.set(FILTERS[key].url, told?.token ?? NO_VALUE);
      }
      if (instance !== undefined) params.set("instance", instance);
      navigate(`?${params}`, pinnedAsOf() ?? firstPin(session), "replace");
    };
    sealNumbers(client, instance, view.criteria).then(replace, replace);
    return () => {
      isHere = false;
    };
  }, [client, session]);
  return null;
}
