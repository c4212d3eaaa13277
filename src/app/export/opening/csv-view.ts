/** Longer than what a CSV says of itself at its end, bytes. */
const TAIL_BYTES = 64_000;

/** The link at the end of a CSV of ours, also of one that a spreadsheet has saved since; undefined where there is none. */
export async function csvView(file: Blob): Promise<string | undefined> {
  const tail = await file.slice(-TAIL_BYTES).text();
  // What is in quotes has those within doubled; of both there are none in a link.
  const [last] = [...tail.matchAll(/^"?# callscope-view: (\?[^\s"]*)/gm)].toReversed();
  return last?.[1];
}
