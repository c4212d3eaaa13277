import { useTranslations } from "use-intl";
import { useTimelineText } from "#app/i18n/use-call-words.ts";
import { useDoubtWords } from "#app/i18n/use-doubt-words.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { isolate } from "#app/ui/isolate.ts";
import { CALL_EVENTS } from "#contract/record/call-events.ts";
import { isOneOf } from "#contract/record/enums.ts";
import type { TimeDoubt } from "#contract/record/time-doubts.ts";
import { formatSeconds } from "#labels/formats.ts";
import type { CallTimeline, Moment, Party, Segment, TimelinePhase } from "./timeline-model.ts";

/** How the parts of a timeline are put into words. */
export interface TimelineWords {
  party(party: Party | undefined): string;
  phase(phase: TimelinePhase): string;
  /** `响铃 0:05`; of one without an end from when on. */
  segment(segment: Segment): string;
  what(moment: Moment): string;
  /** Why its times cannot all be right, a reason each; empty where they can. */
  reasons(timeline: Pick<CallTimeline, "doubts" | "disagreements">): readonly string[];
  /** `+1:05`, `-0:02` */
  offset(at: number, startsAt: number): string;
  /** `14:05:12`, with the day where it is not that of the start. */
  clock(at: number, startsAt: number): string;
}

export function useTimelineWords(): TimelineWords {
  const t = useTimelineText();
  const cells = useTranslations("cells");
  const formats = useFormats();
  const { doubts: beside, disagrees } = useDoubtWords();
  const phase = (one: TimelinePhase) => (one === "held" ? t("held") : cells(`phases.${one}`));
  function doubtWords(doubt: TimeDoubt): string {
    switch (doubt) {
      case "duration":
      case "held-too-long":
      case "backward":
      case "outside":
      case "connected":
      case "released":
      case "event-length":
        return beside[doubt];
      default:
        return cells(`impossibleBecause.${doubt}`);
    }
  }
  return {
    party: (party) => {
      if (party === undefined) return "";
      const names = party.names.map(isolate).join(" → ");
      if (names === "") return t(`parties.${party.side}`);
      return party.side === "agent" ? names : `${t(`parties.${party.side}`)} ${names}`;
    },
    phase,
    segment: (segment) => {
      const length = formats.seconds(segment.seconds);
      return `${phase(segment.phase)} ${segment.isEndUntold ? t("endUntold", { length }) : length}`;
    },
    what: ({ what }) => {
      if ("phase" in what) return phase(what.phase);
      if ("instant" in what) return t(`instants.${what.instant}`);
      const { event } = what;
      return isOneOf(CALL_EVENTS, event) ? t(`events.${event}`) : isolate(event);
    },
    reasons: ({ doubts, disagreements }) => [
      ...doubts.map(doubtWords),
      ...disagreements.map(({ phase: one, recordSeconds, eventsSeconds }) =>
        disagrees(phase(one), formats.seconds(recordSeconds), formats.seconds(eventsSeconds)),
      ),
    ],
    offset: (at, startsAt) => {
      const seconds = Math.round((at - startsAt) / 1000);
      return `${seconds < 0 ? "" : "+"}${formatSeconds(seconds)}`;
    },
    clock: formats.clock,
  };
}
