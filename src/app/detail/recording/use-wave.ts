import { useEffect, type RefObject } from "react";
import WaveSurfer from "wavesurfer.js";
import { PEAK_HEIGHT, type PeaksReply } from "#contract/api/recording.ts";

const HEIGHT_PX = 64;

/** Draws the outline of a sound. It is told the peaks and the length, so that it fetches nothing itself. */
export function useWave(
  container: RefObject<HTMLDivElement | null>,
  audio: HTMLAudioElement,
  peaks: PeaksReply | undefined,
): void {
  useEffect(() => {
    const element = container.current;
    if (element === null || peaks === undefined) return undefined;
    const style = getComputedStyle(element);
    const wave = WaveSurfer.create({
      container: element,
      height: HEIGHT_PX,
      media: audio,
      peaks: peaks.channels.map((channel) => channel.map((height) => height / PEAK_HEIGHT)),
      duration: peaks.duration,
      waveColor: style.getPropertyValue("--ant-color-text-quaternary"),
      progressColor: style.getPropertyValue("--ant-color-primary"),
      // The slider above it hears the pointer, and draws where it is.
      interact: false,
      cursorWidth: 0,
      normalize: true,
      hideScrollbar: true,
    });
    // What it plays is not its own, and is left as it is.
    return () => wave.destroy();
  }, [container, audio, peaks]);
}
