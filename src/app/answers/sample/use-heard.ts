import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { sessionQuery } from "#app/api/session-query.ts";
import { usePreference, type Preference } from "#app/ui/preference.ts";
import { readerSuffix } from "#app/ui/reader-suffix.ts";
import {
  readMarks,
  withMarks,
  withoutMark,
  writeMarks,
  type HeardMark,
} from "#contract/view/heard-marks.ts";

const NONE: readonly HeardMark[] = [];

export interface Heard {
  readonly marks: readonly HeardMark[];
  readonly has: (contactId: string) => boolean;
  readonly mark: (contactId: string, at: number) => void;
  readonly unmark: (contactId: string) => void;
  /** @returns how many of them are new */
  readonly take: (more: readonly HeardMark[]) => number;
}

/** The calls of an instance that this reader has marked in this browser as heard. */
export function useHeard(instance: string): Heard {
  const suffix = readerSuffix(useSuspenseQuery(sessionQuery()).data.user?.subject);
  const preference = useMemo((): Preference<readonly HeardMark[]> => {
    return {
      key: `callscope.heard${suffix}.${instance}`,
      read(text) {
        const found = readMarks(text, instance);
        return "marks" in found ? found.marks : undefined;
      },
      write: (marks) => writeMarks(marks, instance),
    };
  }, [instance, suffix]);
  const [marks = NONE, setMarks] = usePreference(preference);
  return useMemo(() => {
    const ids = new Set(marks.map(({ contactId }) => contactId));
    return {
      marks,
      has: (contactId) => ids.has(contactId),
      mark: (contactId, at) => setMarks(withMarks(marks, [{ contactId, at }])),
      unmark: (contactId) => setMarks(withoutMark(marks, contactId)),
      take(more) {
        setMarks(withMarks(marks, more));
        return more.filter(({ contactId }) => !ids.has(contactId)).length;
      },
    };
  }, [marks, setMarks]);
}
