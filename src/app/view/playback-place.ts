/** Tells where a recording is by now, s. */
export type PlaybackPlace = () => number;

const playing = new Map<string, PlaybackPlace>();

/**
 * Lets links know where the recording of a call is at the moment of copying: an address that followed it would be
 * written all the time.
 *
 * @returns ends that
 */
export function sharePlayback(contactId: string, place: PlaybackPlace): () => void {
  playing.set(contactId, place);
  return () => {
    if (playing.get(contactId) === place) playing.delete(contactId);
  };
}

/** Where the recording of a call is by now, s, as exact as a link says it; undefined where none is open. */
export function playbackPlace(contactId: string | undefined): number | undefined {
  const seconds = contactId === undefined ? undefined : playing.get(contactId)?.();
  return seconds === undefined ? undefined : Math.round(seconds * 10) / 10;
}
