/** One sound, and what can be done to it. Nothing is fetched before it is opened. */
export interface AudioControl {
  readonly element: HTMLAudioElement;
  /** Fetches the head of it, and waits at `seconds`. */
  open(address: string, seconds: number): void;
  /** Ends it: it would keep its connection otherwise. */
  close(): void;
  toggle(): void;
  goTo(seconds: number): void;
  setSpeed(speed: number): void;
  /** Begins anew where it was. */
  reload(): void;
}

export function createAudioControl(): AudioControl {
  const element = document.createElement("audio");
  element.preload = "metadata";
  // What cannot be played tells so by `error`.
  const play = () => void element.play().catch(() => undefined);
  return {
    element,
    open(address, seconds) {
      element.src = address;
      // Before anything is there it is where it begins.
      element.currentTime = seconds;
    },
    close() {
      element.pause();
      element.removeAttribute("src");
      element.load();
    },
    toggle() {
      if (element.paused) play();
      else element.pause();
    },
    goTo(seconds) {
      element.currentTime = seconds;
    },
    setSpeed(speed) {
      element.playbackRate = speed;
    },
    reload() {
      const { currentTime, playbackRate, paused } = element;
      element.load();
      element.currentTime = currentTime;
      element.playbackRate = playbackRate;
      // Loading anew stops it, and says nothing of that.
      if (!paused) play();
    },
  };
}
