/**
 * The items of a comma-joined text, the form in which the upstream sends lists: without the blanks
 * around each, and without those that are blank. Repeats stay, since a call may come back to whom it
 * was transferred from. Whoever shows, counts or finds by such a list splits it so.
 */
export function splitList(text: string): readonly string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
