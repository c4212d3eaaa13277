/** The code of keys that an input method takes: https://w3c.github.io/uievents/#determine-keydown-keyup-keyCode */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * Keys that an input method takes, as to choose a word or to give it up, mean nothing else: the Enter
 * that ends a word sets no filter, and Escape closes no drawer. Nobody hears of them, in whatever field.
 * Returns what ends that.
 */
export function keepCompositionKeys(): () => void {
  const listen = (event: KeyboardEvent) => {
    // Safari sends the Enter after the end of the composition: only the code tells it from another.
    if (event.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD) event.stopPropagation();
  };
  addEventListener("keydown", listen, true);
  return () => removeEventListener("keydown", listen, true);
}
