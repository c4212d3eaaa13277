/**
 * Copies a text that is yet to come. It must be called as the reader presses something, and may then take its time:
 * a browser that is only asked once the text is here may refuse.
 *
 * @param coming undefined: there is nothing to copy after all
 * @returns whether anything was copied
 * @throws what `coming` fails with; or the browser's own error
 */
export async function copyOnceHere(coming: Promise<string | undefined>): Promise<boolean> {
  // The clipboard tells its own error for whatever made the text fail.
  const blob = coming.then((text) => {
    if (text === undefined) throw new Error("There is nothing to copy.");
    return new Blob([text], { type: "text/plain" });
  });
  blob.catch(() => undefined);
  const writing = navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]).then(
    () => undefined,
    (error: unknown) => error ?? new Error("The clipboard refused."),
  );
  if ((await coming) === undefined) return false;
  const refusal = await writing;
  if (refusal !== undefined) throw refusal;
  return true;
}
