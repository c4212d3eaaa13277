import { useState } from "react";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useSampleWords } from "#app/i18n/use-sample-words.ts";
import { saveFile } from "#app/ui/save-file.ts";
import { useSay } from "#app/ui/use-say.tsx";
import { LARGEST_MARKS_FILE, readMarks, writeMarks } from "#contract/view/heard-marks.ts";
import type { Heard } from "./use-heard.ts";

export interface MarksFile {
  readonly write: () => void;
  readonly read: (file: File) => Promise<void>;
  /** What is wrong with the file that was read last. */
  readonly fault: string | undefined;
}

/** Marks into a file and out of one. */
export function useMarksFile(instance: string, heard: Heard): MarksFile {
  const words = useSampleWords();
  const { count } = useFormats();
  const say = useSay();
  const [fault, setFault] = useState<string>();

  async function faultOf(file: File): Promise<string | undefined> {
    if (file.size > LARGEST_MARKS_FILE) return words.fault.size;
    const found = readMarks(await file.text(), instance);
    if (!("marks" in found))
      return found.fault === "instance"
        ? words.fault.instance
        : words.fault[found.fault](found.place);
    say("success", words.taken(count(heard.take(found.marks)), count(found.marks.length)), "heard");
    return undefined;
  }

  return {
    write() {
      const blob = new Blob([writeMarks(heard.marks, instance)], { type: "application/json" });
      saveFile(blob, `${words.fileName}.json`);
    },
    async read(file) {
      setFault(await faultOf(file).catch(() => words.fault.unread));
    },
    fault,
  };
}
