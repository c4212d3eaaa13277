/** The press that closes a menu does nothing else: its click is not heard. */
export function swallowClick(): void {
  const over = new AbortController();
  const listen = { capture: true, once: true, signal: over.signal };
  addEventListener(
    "click",
    (event) => {
      event.stopPropagation();
      event.preventDefault();
      over.abort();
    },
    listen,
  );
  // A press that makes no click must not cost the reader the next one.
  addEventListener("pointerdown", () => over.abort(), listen);
}
