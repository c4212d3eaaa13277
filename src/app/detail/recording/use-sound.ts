import { useEffect, useMemo, useState } from "react";
import { playbackPlace, sharePlayback } from "#app/view/playback-place.ts";
import { useView } from "#app/view/use-view.tsx";
import { RECORDING_ROUTE, recordingPath, type Peaks } from "#contract/api/recording.ts";
import { createAudioControl } from "./audio-control.ts";
import { afterSilence, silencesOf } from "./silences.ts";

/** What is heard over and over, s; without an end it is being marked. */
export interface Loop {
  readonly from: number;
  readonly to?: number;
}

interface SoundRequest {
  readonly instance: string;
  readonly contactId: string;
  readonly peaks: Peaks | undefined;
}

const NO_SILENCES = [] as const;

/**
 * The sound of a recording, and where it is. It begins where the link says, and the link says where it rests.
 * It ends with the player: whoever opens another call does not go on hearing this one.
 */
export function useSound({ instance, contactId, peaks }: SoundRequest) {
  const { view, change } = useView();
  const [control] = useState(createAudioControl);
  const audio = control.element;
  const [linkedAt] = useState(view.position ?? 0);
  const [at, setAt] = useState(linkedAt);
  const [length, setLength] = useState(peaks?.duration ?? 0);
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const [skips, setSkips] = useState(false);
  const [loop, setLoop] = useState<Loop>();
  const [hasFailed, setFailed] = useState(false);
  const silences = useMemo(() => (peaks === undefined ? NO_SILENCES : silencesOf(peaks)), [peaks]);

  useEffect(() => {
    control.open(recordingPath(RECORDING_ROUTE, { instance, contactId }), linkedAt);
    const end = sharePlayback(contactId, () => control.element.currentTime);
    return () => {
      end();
      control.close();
    };
  }, [control, instance, contactId, linkedAt]);

  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const tellLink = () => {
      const position = playbackPlace(contactId);
      change({ position: position === 0 ? undefined : position }, "replace");
    };
    function follow() {
      const now = audio.currentTime;
      const onward = skips && !audio.paused ? afterSilence(silences, now) : undefined;
      if (loop?.to !== undefined && now >= loop.to) control.goTo(loop.from);
      else if (onward !== undefined) control.goTo(onward);
      setAt(audio.currentTime);
    }
    audio.addEventListener("timeupdate", follow, { signal });
    audio.addEventListener("play", () => setPlaying(true), { signal });
    audio.addEventListener("playing", () => setFailed(false), { signal });
    audio.addEventListener(
      "pause",
      () => {
        setPlaying(false);
        tellLink();
      },
      { signal },
    );
    audio.addEventListener("seeked", () => audio.paused && tellLink(), { signal });
    audio.addEventListener("error", () => setFailed(audio.hasAttribute("src")), { signal });
    audio.addEventListener(
      "durationchange",
      () => Number.isFinite(audio.duration) && setLength(audio.duration),
      { signal },
    );
    return () => ended.abort();
  }, [audio, control, change, contactId, loop, silences, skips]);

  return {
    audio,
    at,
    duration: length,
    isPlaying,
    speed,
    skips,
    loop,
    hasFailed,
    toggle: control.toggle,
    goTo(seconds: number) {
      const within = Math.min(Math.max(0, seconds), length);
      control.goTo(within);
      setAt(within);
    },
    setSpeed(wanted: number) {
      control.setSpeed(wanted);
      setSpeed(wanted);
    },
    toggleSkips: () => setSkips((now) => !now),
    /** Its beginning, then its end, then none. */
    markLoop() {
      const from = audio.currentTime;
      if (loop === undefined) setLoop({ from });
      else if (loop.to === undefined && from > loop.from) setLoop({ from: loop.from, to: from });
      else setLoop(undefined);
    },
    reload() {
      setFailed(false);
      control.reload();
    },
  };
}
