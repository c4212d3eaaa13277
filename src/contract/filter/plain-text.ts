/**
 * What somebody typed or pasted, as it is meant: in plain characters where they were of full width, and
 * without what is not seen, such as the marks of direction around a number that was copied from a page.
 * For numbers and ids; names and words may need the very characters that they have.
 */
export function plainText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim();
}
