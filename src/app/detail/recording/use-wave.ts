import theme from "antd/es/theme";
import { useEffect, type RefObject } from "react";
import WaveSurfer from "wavesurfer.js";
import type { Peaks } from "#contract/api/recording.ts";

const HEIGHT_PX = 64;

/**
 * Draws the outline of a sound from one second of it to another. It is told the peaks and the length, so that
 * it fetches nothing; what is heard it knows nothing of.
 */
export function useWave(
  container: RefObject<HTMLDivElement | null>,
  peaks: Peaks | undefined,
  from: number,
  to: number,
): void {
  const { colorTextTertiary } = theme.useToken().token;
  useEffect(() => {
    const element = container.current;
    if (element === null || peaks === undefined || to <= from) return undefined;
    const wave = WaveSurfer.create({
      container: element,
      height: HEIGHT_PX,
      peaks: peaksBetween(peaks, from, to),
      duration: to - from,
      waveColor: colorTextTertiary,
      progressColor: colorTextTertiary,
      // The slider above it hears the pointer, and draws where it is.
      interact: false,
      cursorWidth: 0,
      hideScrollbar: true,
    });
    return () => wave.destroy();
  }, [container, peaks, from, to, colorTextTertiary]);
}

/** As high as the loudest of all is the whole height, however little is drawn. */
function peaksBetween({ duration, channels }: Peaks, from: number, to: number): number[][] {
  const loudest = channels.flat().reduce((most, height) => Math.max(most, height), 1);
  return channels.map((channel) => {
    const index = (second: number) => (second / duration) * channel.length;
    return channel
      .slice(Math.floor(index(from)), Math.max(Math.ceil(index(to)), 1))
      .map((height) => height / loudest);
  });
}
