import { useSuspenseQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useNameOf } from "#app/api/known-names.ts";
import { sessionQuery } from "#app/api/session-query.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { useView } from "#app/view/use-view.tsx";
import { readView } from "#contract/view/view-codec.ts";
import { viewWords, type ViewWords } from "./view-words.ts";

/** A view in words. */
export function useDescribe(): (search: string) => string {
  const labels = useLabels();
  const formats = useFormats();
  const { instance } = useView();
  const { instances } = useSuspenseQuery(sessionQuery()).data;
  const agentName = useNameOf(instance, "agent");
  const groupName = useNameOf(instance, "skill-group");
  const words = useMemo<ViewWords>(
    () => ({
      labels,
      formats,
      nameOf: (key, id) => (key === "skillGroupId" ? groupName(id) : agentName(id)),
      instanceName(id = instances[0]?.id) {
        if (id === instance) return undefined;
        return instances.find((one) => one.id === id)?.name ?? id;
      },
    }),
    [labels, formats, instance, instances, agentName, groupName],
  );
  return useCallback(
    (search) => viewWords(readView(new URLSearchParams(search)).view, words),
    [words],
  );
}
