import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { countsQuery, totalOf } from "#app/api/counts-query.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useView } from "#app/view/use-view.tsx";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import type { Side } from "./nearest-calls.ts";
import { Way } from "./way.tsx";

interface WayToDayProps {
  readonly calls: CallSet;
  readonly side: Side;
  readonly day: AbsoluteRange;
}

/** To the day of the nearest calls that match. */
export function WayToDay({ calls, side, day }: WayToDayProps) {
  const t = useTranslations("empty");
  const formats = useFormats();
  const { change } = useView();
  const query = useMemo(() => countsQuery({ ...calls, range: day }, { of: "total" }), [calls, day]);
  const { data, isError } = useQuery(query);
  return (
    <Way
      text={t(side, { day: formats.reading(day.from).day })}
      total={totalOf(data)}
      failed={isError}
      onTake={() => change({ time: day })}
    />
  );
}
