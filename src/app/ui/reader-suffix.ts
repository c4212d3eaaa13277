/**
 * Ends a key of the browser's storage, so that another reader of the same browser has another one. It tells readers
 * apart without naming them.
 *
 * @param subject who is signed in; undefined where nobody need be
 */
export const readerSuffix = (subject: string | undefined): string =>
  subject === undefined ? "" : `.${shortHash(subject)}`;

/** FNV-1a */
function shortHash(text: string): string {
  let hash = 0x81_1c_9d_c5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01_00_01_93);
  return (hash >>> 0).toString(36);
}
